using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>What is recorded about sets of backups.</summary>
internal static class BackupEntries
{
    /// <summary>The name in the details of why backups are kept longer.</summary>
    public const string Reason = "reason";

    public static EntryType<BackupsReported> Reported { get; } = new("backups.reported/1", static () => BackupsJson.Default.BackupsReported);

    public static EntryType<BackupsDelayed> Delayed { get; } = new("backups.delayed/1", static () => BackupsJson.Default.BackupsDelayed);

    public static EntryType<BackupsGone> Gone { get; } = new("backups.gone/1", static () => BackupsJson.Default.BackupsGone);

    public static EntryType<BackupDrilled> Drilled { get; } = new("backups.drilled/1", static () => BackupsJson.Default.BackupDrilled);
}
