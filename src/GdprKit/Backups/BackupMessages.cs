namespace GdprKit.Backups;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class BackupMessages
{
    public const string ReplayElsewhere = "GDPR1800";

    public const string OverrideReasonMissing = "GDPR1801";

    public const string NothingToOverride = "GDPR1802";
}
