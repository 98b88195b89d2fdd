namespace GdprKit;

/// <summary>The ids of the messages of the web package; MESSAGES.md of the core lists them all.</summary>
internal static class WebMessages
{
    public const string LanguageNotServed = "GDPR4501";

    public const string PolicyNotDeclared = "GDPR4502";

    public const string ServicesMissing = "GDPR4503";

    public const string FormNotServed = "GDPR4504";

    public const string NoOwnNotice = "GDPR4505";

    public const string StoreUnavailable = "GDPR4506";

    public const string NoticeUnavailable = "GDPR4507";

    public const string NoticeAsKnown = "GDPR4508";

    public const string QuestionNotOurs = "GDPR4520";

    public const string QuestionTooOld = "GDPR4521";

    public const string FormRefused = "GDPR4522";

    public const string NoNoticeToOffer = "GDPR4523";

    public const string AcceptedForTooShort = "GDPR4524";

    public const string RegisterChanged = "GDPR4525";

    public const string NoticeBoxNotOurs = "GDPR4530";

    public const string NoticeBoxTooOld = "GDPR4531";

    public const string NoticeChanged = "GDPR4532";

    public const string NoNoticeToRead = "GDPR4533";

    public const string NoSubject = "GDPR4540";

    public const string NoSuchVersion = "GDPR4550";

    public const string LinkNotOurs = "GDPR4551";

    public const string AddressMissing = "GDPR4552";

    public const string ExportGone = "GDPR4553";

    public const string GateIncomplete = "GDPR4560";

    public const string GateOpen = "GDPR4561";

    public const string GateNotOurs = "GDPR4562";

    public const string LaterTooShort = "GDPR4563";

    public const string BounceMalformed = "GDPR4570";

    public const string NothingInOrder = "GDPR4580";

    public const string NoSuchEntry = "GDPR4581";

    public const string NotInOrder = "GDPR4582";

    public const string EntryUnprovable = "GDPR4583";
}
