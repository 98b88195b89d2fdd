namespace GdprKit.Content;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class ContentMessages
{
    public const string DigestMalformed = "GDPR1050";

    public const string DigestLength = "GDPR1051";

    public const string NotUtf8 = "GDPR1052";

    public const string InvalidJson = "GDPR1053";

    public const string TooDeep = "GDPR1054";

    public const string DuplicateProperty = "GDPR1055";

    public const string LoneSurrogate = "GDPR1056";

    public const string NumberNotFinite = "GDPR1057";

    public const string NoValue = "GDPR1058";
}
