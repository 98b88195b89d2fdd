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

    public const string UnknownVersion = "GDPR1308";

    public const string AcknowledgementIncomplete = "GDPR1309";

    public const string NotFollowing = "GDPR1310";

    public const string TermsImpossible = "GDPR1311";

    public const string NobodyTold = "GDPR1315";

    public const string MailNotWrittenLogged = "GDPR6250";

    public const string TransportFailedLogged = "GDPR6251";

    public const string AddressUnreadableLogged = "GDPR6252";

    public const string UnidentifiedLogged = "GDPR6253";

    public const string NoContacts = "GDPR3112";

    public const string NoTransport = "GDPR3113";

    public const string NoLinks = "GDPR3114";

    public const string NoBounceReader = "GDPR3115";
}
