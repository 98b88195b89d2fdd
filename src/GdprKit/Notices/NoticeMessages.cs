namespace GdprKit.Notices;

/// <summary>The ids of this room's messages about arguments; MESSAGES.md lists them all.</summary>
internal static class NoticeMessages
{
    public const string LanguageNotInRegister = "GDPR1030";

    public const string NoSuchNotice = "GDPR1031";

    public const string SignificanceMissing = "GDPR1300";

    public const string SummaryIncomplete = "GDPR1301";

    public const string EffectiveInThePast = "GDPR1302";

    public const string NotWhatWasSeen = "GDPR1303";

    public const string NothingNew = "GDPR1304";

    public const string ReasonMissing = "GDPR1305";

    public const string FirstIsMaterial = "GDPR1306";

    public const string TextMissing = "GDPR1307";
}
