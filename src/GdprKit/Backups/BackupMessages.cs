namespace GdprKit.Backups;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class BackupMessages
{
    public const string ReplayElsewhere = "GDPR1800";

    public const string OverrideReasonMissing = "GDPR1801";

    public const string NothingToOverride = "GDPR1802";

    public const string SetUnknown = "GDPR1803";

    public const string BackupAhead = "GDPR1804";

    public const string BackupDayImpossible = "GDPR1805";

    public const string BackupReasonUnfit = "GDPR1806";

    public const string BackupDelayUnknown = "GDPR1807";

    public const string DrillWithoutRehearsal = "GDPR1808";
}
