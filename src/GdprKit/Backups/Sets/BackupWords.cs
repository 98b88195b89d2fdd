using GdprKit.Documents;
using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>Sets of backups in plain words.</summary>
internal static class BackupWords
{
    public static string OfReported(Entry<BackupsReported> entry, EntryWords words)
    {
        var count = WholeNumber.Write(entry.Facts.Count, words.Words.Language);
        return words.Choose($"Gemeld welke back-ups er zijn: {count}.", $"It was told which backups there are: {count}.");
    }

    public static string OfDelayed(Entry<BackupsDelayed> entry, EntryWords words)
    {
        var (from, by) = (words.Words.Date(entry.Facts.MadeFrom), words.Words.Date(entry.Facts.GoneBy));
        return words.Choose($"Back-ups vanaf {from} blijven langer bestaan, tot uiterlijk {by}.", $"Backups from {from} on are kept longer, until {by} at the latest.");
    }

    public static string OfGone(EntryWords words) => words.Choose("Back-ups die langer bleven bestaan, zijn weg.", "Backups that were kept longer are gone.");

    public static string OfDrilled(Entry<BackupDrilled> entry, EntryWords words) => entry.Facts.Succeeded
        ? words.Choose("Geprobeerd of een back-up teruggezet kan worden: dat lukt.", "It was tried whether a backup can be restored: it can.")
        : words.Choose("Geprobeerd of een back-up teruggezet kan worden: dat lukt niet.", "It was tried whether a backup can be restored: it cannot.");
}
