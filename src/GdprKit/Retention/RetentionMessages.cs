namespace GdprKit.Retention;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class RetentionMessages
{
    public const string CategoryNotUsed = "GDPR1070";
}
