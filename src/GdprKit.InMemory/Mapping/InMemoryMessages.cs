namespace GdprKit.InMemory;

/// <summary>The ids of the messages of this package; MESSAGES.md of the core lists them all.</summary>
internal static class InMemoryMessages
{
    public const string NotAProperty = "GDPR1091";

    public const string TargetUnknown = "GDPR1092";

    public const string NotDisposable = "GDPR1093";
}
