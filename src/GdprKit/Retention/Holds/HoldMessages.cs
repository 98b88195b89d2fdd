namespace GdprKit.Retention;

/// <summary>The ids of the messages about holds; MESSAGES.md lists them all.</summary>
internal static class HoldMessages
{
    public const string ScopeUnknown = "GDPR1600";

    public const string GroundUnknown = "GDPR1601";

    public const string TextMissing = "GDPR1605";

    public const string TextUnfit = "GDPR1606";

    public const string ReviewPast = "GDPR1607";

    public const string ReviewTooFar = "GDPR1608";

    public const string HoldUnknown = "GDPR1609";

    public const string TooManyHolds = "GDPR1610";
}
