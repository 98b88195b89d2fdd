namespace GdprKit.Backups;

/// <summary>Why a replay or an override is refused.</summary>
internal static class RestoreRefusals
{
    public static InvalidOperationException Elsewhere() => new(
        $"{BackupMessages.ReplayElsewhere}: another instance is doing again what happened since the copy of the database was made. Wait until it is finished, or ten minutes when it has ended before.");

    public static ArgumentException ReasonMissing() => new(
        $"{BackupMessages.OverrideReasonMissing}: an older copy of the database is to be gone on with, and nobody says why. Write down the reason, for who is accountable for it (Art. 5(2)).");

    public static InvalidOperationException NotBehind() => new(
        $"{BackupMessages.NothingToOverride}: the database is not behind its mirror, so there is nothing to override. Look at how they stand (DatabaseRestores.LookAsync).");

    public static InvalidOperationException NoRehearsal() => new(
        $"{BackupMessages.DrillWithoutRehearsal}: a restore is to be tried on a copy whose services write to the mirror of the application. Call gdpr.UseLedgerMirror(_ => new RehearsalMirror(…)) for the copy, with the mirror of the application in it.");
}
