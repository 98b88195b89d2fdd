using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>What is recorded about restored copies of the database.</summary>
internal static class RestoreEntries
{
    /// <summary>The name in the details of why somebody overrode it.</summary>
    public const string Reason = "reason";

    public static EntryType<RestoreOverridden> Overridden { get; } = new("restore.overridden/1", static () => BackupsJson.Default.RestoreOverridden);

    public static EntryType<RestoreBegun> Begun { get; } = new("restore.begun/1", static () => BackupsJson.Default.RestoreBegun);

    public static EntryType<RestoreFinished> Finished { get; } = new("restore.finished/1", static () => BackupsJson.Default.RestoreFinished);

    public static EntryType<RestoreSuperseded> Superseded { get; } = new("restore.superseded/1", static () => BackupsJson.Default.RestoreSuperseded);
}
