using System.Globalization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What entries about an erasure say, for people.</summary>
internal static class ErasureWords
{
    public static string OfOrdered(Entry<ErasureOrdered> entry, EntryWords words)
    {
        var said = entry.Facts.Request is null
            ? words.Choose($"Op {On(entry.Facts.On, words)} is opdracht gegeven om de gegevens te wissen.", $"On {On(entry.Facts.On, words)} it was ordered that the data are erased.")
            : words.Choose($"Op {On(entry.Facts.On, words)} is opdracht gegeven om de gegevens te wissen, zoals gevraagd.", $"On {On(entry.Facts.On, words)} it was ordered that the data are erased, as was asked.");
        return entry.Facts.IsSuppressed ? $"{said} {words.Choose("Van de adressen is een versleuteld kenmerk bewaard, zodat er geen reclame meer naartoe gaat.", "Of the addresses a keyed mark is kept, so that no more marketing goes there.")}" : said;
    }

    public static string OfRowsGone(Entry<ErasureRowsGone> entry, EntryWords words) => (entry.Facts.Deleted, entry.Facts.Emptied) switch
    {
        (var deleted, 0) => words.Choose($"In {entry.Facts.Place} {Rows(deleted, words)} verwijderd.", $"In {entry.Facts.Place} {Rows(deleted, words)} deleted."),
        (0, var emptied) => words.Choose($"In {entry.Facts.Place} {Rows(emptied, words)} leeggemaakt.", $"In {entry.Facts.Place} {Rows(emptied, words)} emptied."),
        var (deleted, emptied) => words.Choose(
            $"In {entry.Facts.Place} {Rows(deleted, words)} verwijderd en {Rows(emptied, words)} leeggemaakt.", $"In {entry.Facts.Place} {Rows(deleted, words)} deleted and {Rows(emptied, words)} emptied."),
    };

    public static string OfPlaceAnswered(Entry<ErasurePlaceAnswered> entry, EntryWords words)
    {
        var facts = entry.Facts;
        var name = NameOf(facts.Kind, facts.Place, words);
        return facts switch
        {
            { Kind: ErasurePlaceKind.Recipient, Answer: ErasurePlaceAnswer.Impossible } => words.Choose(
                $"{name} kon niet worden ingelicht, of alleen met onevenredig veel moeite.", $"{name} could not be told, or only by a disproportionate effort."),
            { Kind: ErasurePlaceKind.Recipient } => words.Choose($"{name} is op {On(facts.On, words)} ingelicht.", $"{name} was told on {On(facts.On, words)}."),
            { Answer: ErasurePlaceAnswer.Waiting, ErasableFrom: { } from } => words.Choose(
                $"{name}: wat weg kon is op {On(facts.On, words)} gewist. De rest gaat vanzelf weg, voor het eerst op {On(from, words)}.",
                $"{name}: what could go was erased on {On(facts.On, words)}. The rest goes by itself, first on {On(from, words)}."),
            { Answer: ErasurePlaceAnswer.Waiting } => words.Choose(
                $"{name}: wat weg kon is op {On(facts.On, words)} gewist. De rest wordt vastgehouden, en gaat daarna vanzelf weg.",
                $"{name}: what could go was erased on {On(facts.On, words)}. The rest is on hold, and goes by itself afterwards."),
            { Kind: ErasurePlaceKind.Undeclared } => words.Choose($"{name} is op {On(facts.On, words)} nagekeken.", $"{name} was looked at on {On(facts.On, words)}."),
            _ => words.Choose($"{name}: op {On(facts.On, words)} gewist.", $"{name}: erased on {On(facts.On, words)}."),
        };
    }

    public static string OfPlacePostponed(Entry<ErasurePlacePostponed> entry, EntryWords words)
    {
        var name = NameOf(entry.Facts.Kind, entry.Facts.Place, words);
        return entry.Facts.Failed
            ? words.Choose($"{name} gaf geen antwoord; later nog eens.", $"{name} did not answer; again later.")
            : words.Choose($"{name} is nog bezig.", $"{name} is still at it.");
    }

    public static string OfPersonTold(Entry<ErasureStep> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts.On, words)} is verteld wat er gewist is en wat nog blijft.", $"On {On(entry.Facts.On, words)} it was told what was erased and what stays for a time.");

    public static string OfCompleted(Entry<ErasureStep> entry, EntryWords words) => words.Choose(
        $"Op {On(entry.Facts.On, words)} was alles gewist.", $"On {On(entry.Facts.On, words)} everything was erased.");

    public static string OfEnded(Entry<ErasureStep> entry, EntryWords words) => words.Choose(
        $"Het wissen is op {On(entry.Facts.On, words)} gestopt. Wat er nog is, volgt weer de gewone termijnen.", $"The erasure was ended on {On(entry.Facts.On, words)}. What is left follows its ordinary periods again.");

    public static string OfRepeated(EntryWords words) => words.Choose(
        "Er is een oudere kopie van de database teruggezet; het wissen is opnieuw gedaan.", "An older copy of the database was restored; the erasure is carried out again.");

    private static string NameOf(ErasurePlaceKind kind, Key<ErasurePlace> key, EntryWords words) =>
        kind is ErasurePlaceKind.Recipient && words.Register.Recipients.TryGet(Key<Recipient>.Parse(key.ToString()), out var recipient) ? recipient.Name
        : kind is ErasurePlaceKind.Undeclared ? words.Choose("Wat nergens beschreven staat", "What is declared nowhere")
        : key.ToString();

    private static string On(LocalDate day, EntryWords words) => words.Words.Date(day);

    private static string Rows(long count, EntryWords words) => count == 1
        ? words.Choose("is 1 rij", "1 row was")
        : words.Choose($"zijn {Number(count)} rijen", $"{Number(count)} rows were");

    private static string Number(long count) => count.ToString(CultureInfo.InvariantCulture);
}
