namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class DocumentMessages
{
    public const string LanguageMalformed = "GDPR1001";

    public const string TextMissing = "GDPR1002";
}
