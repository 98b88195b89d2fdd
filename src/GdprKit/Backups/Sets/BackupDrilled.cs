namespace GdprKit.Backups;

/// <summary>It was tried whether a backup of a set can be restored.</summary>
/// <param name="By">Who had it tried.</param>
/// <param name="Succeeded">Whether it can.</param>
/// <param name="Lacked">How many entries of the ledger the backup lacked.</param>
internal sealed record BackupDrilled(Key<Operator> By, bool Succeeded, long Lacked);
