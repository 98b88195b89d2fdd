namespace GdprKit;

/// <summary>Where a declaration stands in the register file, as a JSON pointer (RFC 6901).</summary>
internal static class RegisterPath
{
    public static string Of(SubjectKind people) => $"/people/{people.Key}";

    public static string Of(DataCategory category) => $"/categories/{category.Key}";

    public static string Of(RetentionEvent retentionEvent) => $"/events/{retentionEvent.Key}";

    public static string Of(Recipient recipient) => $"/recipients/{recipient.Key}";

    public static string Of(ProcessingActivity activity) => $"/activities/{activity.Key}";

    public static string Of(ProcessingActivity activity, RetentionRule rule) => $"{Of(activity)}/retention/{rule.Key}";

    public static string Of(BackupSchedule backup) => $"/backups/{backup.Key}";

    /// <summary>The property under which a rule holds its term; a rule without one would hold a single end.</summary>
    public static string PropertyOf(RetentionTerm? term) => term switch
    {
        RetentionTerm.LatestOf => "latestOf",
        RetentionTerm.UntilAge => "untilAge",
        RetentionTerm.WhileConsentStands => "whileConsentStands",
        RetentionTerm.Indefinitely => "indefinitely",
        _ => "after",
    };
}
