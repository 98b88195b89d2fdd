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

    public const string TooManyRows = "GDPR1706";

    public const string TooLargeShare = "GDPR1707";

    public const string OptionsOutside = "GDPR4710";

    public const string NotDisposable = "GDPR6007";

    public const string StepFailed = "GDPR6008";

    public const string Stopped = "GDPR6009";

    public const string NotCompacted = "GDPR6010";
}
