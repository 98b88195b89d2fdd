using GdprKit.Ledger;

namespace GdprKit.Consent;

/// <summary>What entries about consent say in plain words, in Dutch and English; without the person, whom the host names.</summary>
internal static class ConsentTelling
{
    public static StreamFold<ConsentRecord> AddTo(StreamFold<ConsentRecord> fold) => fold
        .Tell(ConsentEntries.Requested, static (entry, words) => Told(entry.Facts, words, "Toestemming gevraagd voor", "Was asked for consent to"))
        .Tell(ConsentEntries.Deferred, static (entry, words) => Told(entry.Facts, words, "Beslist later over", "Decides later about"))
        .Tell(ConsentEntries.Refused, static (entry, words) => Told(entry.Facts, words, "Geen toestemming gegeven voor", "Refused consent to"))
        .Tell(ConsentEntries.Withdrawn, static (entry, words) => Told(entry.Facts, words, "Toestemming ingetrokken voor", "Withdrew consent to"))
        .Tell(ConsentEntries.Given, static (entry, words) => Told(entry.Facts, words, entry.Facts.Explicit
            ? words.Choose("Uitdrukkelijk toestemming gegeven voor", "Explicitly consented to")
            : words.Choose("Toestemming gegeven voor", "Consented to")))
        .Tell(ConsentEntries.Renewed, static (entry, words) => Told(entry.Facts, words, entry.Facts.Explicit
            ? words.Choose("Opnieuw uitdrukkelijk toestemming gegeven voor", "Explicitly consented again to")
            : words.Choose("Opnieuw toestemming gegeven voor", "Consented again to")))
        .Tell(ConsentEntries.Imported, static (entry, words) => Told(entry.Facts, words))
        .Tell(ConsentEntries.Confirmed, static (entry, words) => words.Choose(
            $"Bevestigde via {words.Words.Name(entry.Facts.Over)} de toestemming voor {Topic(entry.Facts.Activity, entry.Facts.Channel, words)}.",
            $"Confirmed by {words.Words.Name(entry.Facts.Over)} the consent to {Topic(entry.Facts.Activity, entry.Facts.Channel, words)}."))
        .Tell(ConsentEntries.AddressChanged, static (entry, words) => words.Choose(
            $"Kreeg een ander adres voor {words.Words.Name(entry.Facts.Over)}, dat nog niet is bevestigd voor {Topic(entry.Facts.Activity, entry.Facts.Channel, words)}.",
            $"Got another address for {words.Words.Name(entry.Facts.Over)}, which is not confirmed yet for {Topic(entry.Facts.Activity, entry.Facts.Channel, words)}."))
        .Tell(ConsentEntries.Revoked, static (entry, words) => Told(entry.Facts, words, "Wij trokken de toestemming in voor", "We revoked the consent to"))
        .Tell(ConsentEntries.Invalidated, static (entry, words) => Told(entry.Facts, words, "Niet meer geldig: de toestemming voor", "No longer valid: the consent to"));

    private static string Told(SignalFacts facts, EntryWords words, string nl, string en) =>
        $"{words.Choose(nl, en)} {Topic(facts.Activity, facts.Channel, words)}{By(facts.By, facts.Medium, words)}.";

    private static string Told(AgreementFacts facts, EntryWords words, string agreed)
    {
        var until = facts.Until is { } end
            ? words.Choose($" Geldt tot {Day(end, words)}.", $" Lasts until {Day(end, words)}.")
            : "";
        return $"{agreed} {Topic(facts.Activity, facts.Channel, words)}{By(facts.By, facts.Medium, words)}.{until}";
    }

    private static string Told(ImportFacts facts, EntryWords words)
    {
        var topic = Topic(facts.Activity, facts.Channel, words);
        var taken = words.Choose(
            $"Overgenomen uit een lijst: gaf op {Day(facts.At, words)} toestemming voor {topic}.",
            $"Taken over from a list: consented on {Day(facts.At, words)} to {topic}.");
        return facts.Agreement is null ? taken + words.Choose(" Waarmee precies, is niet bekend.", " To what exactly is not known.") : taken;
    }

    private static string Told(EndFacts facts, EntryWords words, string nl, string en) =>
        $"{words.Choose(nl, en)} {Topic(facts.Activity, facts.Channel, words)}. {Why(facts.Reason, words)}";

    private static string Topic(Key<ProcessingActivity> activity, MarketingChannel? channel, EntryWords words) => channel is { } over
        ? words.Choose($"‘{words.Name(activity)}’ via {words.Words.Name(over)}", $"‘{words.Name(activity)}’ by {words.Words.Name(over)}")
        : $"‘{words.Name(activity)}’";

    private static string Day(NodaTime.Instant instant, EntryWords words) => words.Words.Date(instant.InZone(words.Register.Controller.TimeZone).Date);

    private static string By(ConsentActor by, ConsentMedium medium, EntryWords words)
    {
        var who = by switch
        {
            ConsentActor.ParentalResponsibility => words.Choose(", door een ouder of voogd", ", by a parent or guardian"),
            ConsentActor.Representative => words.Choose(", door een vertegenwoordiger", ", by a representative"),
            ConsentActor.Employee => words.Choose(", opgeschreven door een medewerker", ", written down by an employee"),
            _ => "",
        };
        var over = medium switch
        {
            ConsentMedium.Website => words.Choose(" op de website", " on the website"),
            ConsentMedium.App => words.Choose(" in de app", " in the app"),
            ConsentMedium.Email => words.Choose(" per e-mail", " by e-mail"),
            ConsentMedium.TextMessage => words.Choose(" per bericht", " by text message"),
            ConsentMedium.Phone => words.Choose(" per telefoon", " by phone"),
            ConsentMedium.Paper => words.Choose(" op papier", " on paper"),
            ConsentMedium.InPerson => words.Choose(" in een gesprek", " face to face"),
            ConsentMedium.OtherSystem => words.Choose(" in een ander systeem", " in another system"),
            _ => "",
        };
        return $"{over}{who}";
    }

    private static string Why(ConsentEndReason reason, EntryWords words) => reason switch
    {
        ConsentEndReason.ActivityChanged => words.Choose("Wat ermee gebeurt, is veranderd.", "What is done with it has changed."),
        ConsentEndReason.ActivityEnded => words.Choose("Wij doen dit niet meer op grond van toestemming.", "We no longer do this on the ground of consent."),
        ConsentEndReason.NotValid => words.Choose("Zij was niet vrij, specifiek of geïnformeerd gegeven.", "It was not freely given, specific or informed."),
        ConsentEndReason.NotProven => words.Choose("Zij is niet aan te tonen.", "It cannot be shown."),
        ConsentEndReason.AnotherPerson => words.Choose("Zij was van iemand anders.", "It was somebody else’s."),
        ConsentEndReason.NotAuthorised => words.Choose("Wie haar gaf, mocht dat niet.", "Who gave it was not allowed to."),
        ConsentEndReason.Ordered => words.Choose("Een toezichthouder of rechter heeft dat bevolen.", "A supervisory authority or a court ordered it."),
        ConsentEndReason.ControllerStops => words.Choose("Wij stoppen hiermee.", "We stop doing this."),
        _ => words.Choose("De reden is niet vastgelegd.", "The reason was not recorded."),
    };
}
