namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class DocumentMessages
{
    public const string LanguageMalformed = "GDPR1001";

    public const string TextMissing = "GDPR1002";

    public const string SectionIdMalformed = "GDPR1003";

    public const string RequirementMalformed = "GDPR1004";

    public const string HeadingMissing = "GDPR1005";

    public const string LinkRefused = "GDPR1006";

    public const string RowOfAnotherWidth = "GDPR1007";

    public const string SectionTwice = "GDPR1008";

    public const string SectionsTooDeep = "GDPR1009";

    public const string NegativeBar = "GDPR1013";

    public const string SeriesOfAnotherWidth = "GDPR1014";

    public const string ChartTooFull = "GDPR1015";

    public const string NotADocument = "GDPR1016";
}
