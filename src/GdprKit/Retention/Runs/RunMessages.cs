namespace GdprKit.Retention;

/// <summary>The ids of the messages about runs; MESSAGES.md lists them all.</summary>
internal static class RunMessages
{
    public const string PreviewChanged = "GDPR1700";

    public const string NothingToDo = "GDPR1701";

    public const string RunUnknown = "GDPR1702";

    public const string SamePerson = "GDPR1703";

    public const string NotInThisState = "GDPR1704";

    public const string AnotherRun = "GDPR1705";

    public const string RulesChanged = "GDPR1710";

    public const string DayAhead = "GDPR1711";

    public const string BeyondTolerance = "GDPR1712";

    public const string NotDisposable = "GDPR1713";

    public const string StepFailed = "GDPR1714";

    public const string PartUnknown = "GDPR1715";

    public const string TooManyRows = "GDPR1716";

    public const string TooLargeShare = "GDPR1717";

    public const string OptionsOutside = "GDPR4710";
}
