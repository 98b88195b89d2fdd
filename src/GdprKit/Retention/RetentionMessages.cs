namespace GdprKit.Retention;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RetentionMessages
{
    public const string CategoryNotUsed = "GDPR1070";

    public const string OfAnotherPlan = "GDPR1071";

    public const string Circle = "GDPR4040";

    public const string EventWithoutDate = "GDPR4041";

    public const string ScopeWithoutUse = "GDPR4042";

    public const string Unanswerable = "GDPR4043";

    public const string NothingOfItsOwn = "GDPR4044";

    public const string WaitsForUnmapped = "GDPR4045";

    public const string StoreMissing = "GDPR4047";

    public const string NothingReplaces = "GDPR4048";

    public const string ArchiveWithoutPlace = "GDPR4049";

    public const string ArchiveWithoutRule = "GDPR4050";

    public const string PlanWarning = "GDPR6002";

    public const string IndexesUnknown = "GDPR6003";
}
