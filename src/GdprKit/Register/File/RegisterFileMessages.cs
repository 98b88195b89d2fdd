namespace GdprKit;

/// <summary>The ids of what can be wrong with a register file before its content is judged; MESSAGES.md lists them all.</summary>
internal static class RegisterFileMessages
{
    public const string FileMissing = "GDPR4201";

    public const string FileUnreadable = "GDPR4202";

    public const string FileEmpty = "GDPR4203";

    public const string FileTooLarge = "GDPR4204";

    public const string NotUtf8 = "GDPR4205";

    public const string OtherEncoding = "GDPR4206";

    public const string InvalidJson = "GDPR4207";

    public const string TooDeep = "GDPR4208";

    public const string TooManyFaults = "GDPR4209";

    public const string DuplicateProperty = "GDPR4210";

    public const string UnknownProperty = "GDPR4211";

    public const string MissingProperty = "GDPR4212";

    public const string WrongType = "GDPR4213";

    public const string NotExactlyOne = "GDPR4214";

    public const string UnknownValue = "GDPR4215";

    public const string HalfCharacter = "GDPR4216";

    public const string MalformedKey = "GDPR4217";

    public const string MalformedLanguage = "GDPR4218";

    public const string MalformedPeriod = "GDPR4219";

    public const string MalformedDate = "GDPR4220";

    public const string MalformedAnnualDate = "GDPR4221";
}
