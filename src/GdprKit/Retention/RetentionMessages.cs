namespace GdprKit.Retention;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RetentionMessages
{
    public const string CategoryNotUsed = "GDPR1070";

    public const string Circle = "GDPR4040";

    public const string EventWithoutDate = "GDPR4041";

    public const string ScopeWithoutUse = "GDPR4042";

    public const string Unanswerable = "GDPR4043";

    public const string PlanWarning = "GDPR6002";
}
