namespace GdprKit.Conformance;

/// <summary>The ids of the messages of this package; MESSAGES.md of the core lists them all.</summary>
internal static class ConformanceMessages
{
    public const string NotLeftOut = "GDPR1090";
}
