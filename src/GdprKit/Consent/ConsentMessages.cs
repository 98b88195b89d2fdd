namespace GdprKit.Consent;

/// <summary>The ids of what this room says. Each is listed in MESSAGES.md.</summary>
internal static class ConsentMessages
{
    public const string AgeOutOfRange = "GDPR1200";
}
