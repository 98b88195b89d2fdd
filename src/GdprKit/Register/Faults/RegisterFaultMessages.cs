namespace GdprKit;

/// <summary>The ids of what can be wrong with a register; MESSAGES.md lists them all.</summary>
internal static class RegisterFaultMessages
{
    public const string DeclaredTwice = "GDPR4101";

    public const string UnknownTerm = "GDPR4102";

    public const string UnknownCountry = "GDPR4103";

    public const string MalformedUrl = "GDPR4104";

    public const string UnknownTimeZone = "GDPR4105";

    public const string LanguageMissing = "GDPR4106";

    public const string LanguageUnsupported = "GDPR4107";

    public const string TextMissing = "GDPR4108";

    public const string TextIncomplete = "GDPR4109";

    public const string TextInUndeclaredLanguage = "GDPR4110";

    public const string TextTooLong = "GDPR4111";

    public const string TextWithForbiddenCharacter = "GDPR4112";

    public const string KeyMissing = "GDPR4113";

    public const string KeyReserved = "GDPR4114";

    public const string KeyDeclaredTwice = "GDPR4115";

    public const string ListedTwice = "GDPR4116";

    public const string UnknownReference = "GDPR4117";

    public const string NoActivity = "GDPR4118";

    public const string Unused = "GDPR4119";

    public const string CategoryUnused = "GDPR4120";

    public const string ControllerMissing = "GDPR4121";

    public const string ValueMissing = "GDPR4122";

    public const string ContactMissing = "GDPR4123";

    public const string ContactMalformed = "GDPR4124";

    public const string CountryMissing = "GDPR4125";

    public const string RepresentativeMissing = "GDPR4126";

    public const string AuthorityMissing = "GDPR4127";

    public const string RequestsNotElectronic = "GDPR4128";

    public const string ArrangementMissing = "GDPR4129";

    public const string BasisMissing = "GDPR4130";

    public const string BasisLawMissing = "GDPR4131";

    public const string BalancingTestMissing = "GDPR4132";

    public const string ConsentNotFree = "GDPR4133";

    public const string NothingListed = "GDPR4134";

    public const string ConditionMissing = "GDPR4135";

    public const string ConditionNeedless = "GDPR4136";

    public const string ConditionLawMissing = "GDPR4137";

    public const string ExplicitConsentApart = "GDPR4138";

    public const string CategoryLawMissing = "GDPR4139";

    public const string NotSpecified = "GDPR4140";

    public const string TermOfAnotherKind = "GDPR4141";

    public const string DecisionNotAllowed = "GDPR4142";

    public const string DecisionOnSpecialCategories = "GDPR4143";

    public const string ImpactAssessmentMissing = "GDPR4144";

    public const string TransferMissing = "GDPR4145";

    public const string TransferNeedless = "GDPR4146";

    public const string TransferDestination = "GDPR4147";

    public const string SafeguardMissing = "GDPR4148";

    public const string TransferAssessmentMissing = "GDPR4149";

    public const string TermOfSpecialCategory = "GDPR4150";

    public const string ConsentTermsNeedless = "GDPR4151";

    public const string ConfirmationOfNoChannel = "GDPR4152";

    public const string NoChannelsApart = "GDPR4153";

    public const string SoftOptInOnAnotherBasis = "GDPR4154";

    public const string SoftOptInOverNoElectronicChannel = "GDPR4155";

    public const string RetentionMissing = "GDPR4160";

    public const string RetentionGap = "GDPR4161";

    public const string RetentionTermMissing = "GDPR4162";

    public const string EventsMissing = "GDPR4163";

    public const string PeriodMissing = "GDPR4164";

    public const string PeriodZero = "GDPR4165";

    public const string PeriodNegative = "GDPR4166";

    public const string PeriodWithTime = "GDPR4167";

    public const string PeriodTooLong = "GDPR4168";

    public const string PeriodVeryLong = "GDPR4169";

    public const string TooFewEnds = "GDPR4170";

    public const string AgeOutOfRange = "GDPR4171";

    public const string ConsentTermWithoutConsent = "GDPR4172";

    public const string EndlessDeadline = "GDPR4173";

    public const string RetentionSourceMissing = "GDPR4174";

    public const string NeverEffective = "GDPR4175";

    public const string ArchiveWithoutEnd = "GDPR4176";

    public const string CategoryOutsideActivity = "GDPR4177";

    public const string RulesConflict = "GDPR4180";

    public const string ChoiceNeedless = "GDPR4181";

    public const string ChoiceContradictory = "GDPR4182";

    public const string BackupsMissing = "GDPR4190";

    public const string RotationMissing = "GDPR4191";

    public const string RotationKeepsNothing = "GDPR4192";

    public const string NothingToChange = "GDPR4199";
}
