using GdprKit.Documents;
using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>Runs in plain words.</summary>
internal static class RunWords
{
    public static string OfApproved(Entry<RunApproved> entry, EntryWords words)
    {
        var (rows, day) = (WholeNumber.Write(entry.Facts.Steps.Sum(step => step.Approved), words.Words.Language), words.Words.Date(entry.Facts.Day));
        return entry.Facts.By is null
            ? words.Choose($"De applicatie heeft zelf goedgekeurd wat per {day} te oud is: {rows} rijen.", $"The application itself approved what is past its period as of {day}: {rows} rows.")
            : words.Choose($"Goedgekeurd om op te ruimen wat per {day} te oud is: {rows} rijen.", $"Approved for deletion what is past its period as of {day}: {rows} rows.");
    }

    public static string OfConfirmed(EntryWords words) => words.Choose("Een tweede persoon heeft het opruimen goedgekeurd.", "A second person approved the deletion.");

    public static string OfStarted(EntryWords words) => words.Choose("Het opruimen is begonnen.", "The deletion began.");

    public static string OfBatch(Entry<RunBatch> entry, EntryWords words)
    {
        var rows = WholeNumber.Write(entry.Facts.Rows.Sum(each => each.Rows), words.Words.Language);
        return words.Choose($"Opgeruimd: {rows} rijen.", $"Deleted, emptied or replaced: {rows} rows.");
    }

    public static string OfStepEnded(Entry<RunStepEnded> entry, EntryWords words) => entry.Facts.Fault is null
        ? words.Choose("Een onderdeel is klaar.", "A part is done.")
        : words.Choose("Een onderdeel is niet gelukt; wat er staat, staat er nog.", "A part could not be done; what is there is there still.");

    public static string OfPaused(EntryWords words) => words.Choose("Het opruimen is even stilgezet.", "The deletion was paused.");

    public static string OfResumed(EntryWords words) => words.Choose("Het opruimen gaat verder.", "The deletion goes on.");

    public static string OfCancelled(EntryWords words) => words.Choose("Het opruimen is gestopt. Wat al weg was, is weg.", "The deletion was ended. What had gone is gone.");

    public static string OfRepeated(EntryWords words) => words.Choose(
        "Er is een oudere kopie van de database teruggezet; het opruimen is opnieuw gedaan.", "An older copy of the database was restored; the deletion is done again.");

    public static string OfEnded(Entry<RunEnded> entry, EntryWords words) => entry.Facts.Status switch
    {
        RunStatus.Completed => words.Choose("Het opruimen is klaar.", "The deletion is complete."),
        RunStatus.Incomplete => words.Choose("Het opruimen is klaar; een onderdeel is niet gelukt.", "The deletion came to its end; a part of it failed."),
        RunStatus.Stopped => words.Choose("Het opruimen is uit zichzelf gestopt, omdat er iets anders zou gebeuren dan was goedgekeurd.", "The deletion stopped by itself, because it would have done something else than what was approved."),
        RunStatus.Expired => words.Choose("De goedkeuring om op te ruimen is verlopen.", "The approval of the deletion expired."),
        _ => words.Choose("Het opruimen is geëindigd.", "The deletion ended."),
    };
}
