using GdprKit.Documents;
using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>Restored copies of the database in plain words.</summary>
internal static class RestoreWords
{
    public static string OfOverridden(EntryWords words) => words.Choose(
        "Er is een oudere kopie van de database teruggezet. Iemand heeft besloten er voorlopig mee door te werken.", "An older copy of the database was restored. Somebody decided to go on with it for now.");

    public static string OfBegun(Entry<RestoreBegun> entry, EntryWords words)
    {
        var missing = WholeNumber.Write(entry.Facts.To - entry.Facts.From, words.Words.Language);
        return words.Choose(
            $"Er is een oudere kopie van de database teruggezet. Wat sindsdien gebeurd is, wordt opnieuw gedaan: {missing} regels van het logboek.",
            $"An older copy of the database was restored. What happened since is done again: {missing} entries of the ledger.");
    }

    public static string OfFinished(Entry<RestoreFinished> entry, EntryWords words)
    {
        var open = entry.Facts.Findings.Count(finding => finding.NeedsAttention);
        return open == 0
            ? words.Choose("Wat sinds de kopie gebeurd was, is opnieuw gedaan.", "What had happened since the copy was made is done again.")
            : words.Choose(
                "Wat sinds de kopie gebeurd was, is opnieuw gedaan, op enkele punten na die iemand met de hand moet nakijken.",
                "What had happened since the copy was made is done again, but for some points that somebody has to look at.");
    }

    public static string OfSuperseded(EntryWords words) => words.Choose(
        "De database is nog eens teruggezet voordat dit klaar was; het is opnieuw begonnen.", "The database was restored once more before this was finished; it began anew.");
}
