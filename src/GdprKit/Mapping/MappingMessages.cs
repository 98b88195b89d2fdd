namespace GdprKit.Mapping;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class MappingMessages
{
    public const string PathMalformed = "GDPR1080";

    public const string ReplacementMalformed = "GDPR1094";

    public const string UnknownEntity = "GDPR3001";

    public const string NoAnswer = "GDPR3005";

    public const string MemberMissing = "GDPR3010";

    public const string LedgerUnknown = "GDPR3011";

    public const string CategoryUnused = "GDPR4003";

    public const string KeyMissing = "GDPR4010";

    public const string UnknownReference = "GDPR4011";

    public const string MappedTwice = "GDPR4012";

    public const string NothingNamed = "GDPR4013";

    public const string NotAProperty = "GDPR4014";

    public const string OwnerMissing = "GDPR4015";

    public const string OwnersWithoutRule = "GDPR4016";

    public const string OwnerUnknown = "GDPR4017";

    public const string ClassifiedTwice = "GDPR4018";

    public const string DeclaredTwice = "GDPR4019";

    public const string ReasonMissing = "GDPR4020";

    public const string RoleWithoutField = "GDPR4021";

    public const string TimeMeaningMissing = "GDPR4022";

    public const string TimeMeaningContradicted = "GDPR4023";

    public const string NotATime = "GDPR4024";

    public const string EntityNotStored = "GDPR4025";

    public const string EntityStoredTwice = "GDPR4026";

    public const string PropertyNotStored = "GDPR4027";

    public const string ReferenceNotStored = "GDPR4028";

    public const string NoPathToSubject = "GDPR4029";

    public const string ForeignKeyMismatch = "GDPR4030";

    public const string ManualStoreIncomplete = "GDPR4031";

    public const string LabelEmpty = "GDPR4032";

    public const string ReplacementMisfit = "GDPR4033";

    public const string UndeclaredProperty = "GDPR4034";

    public const string UndeclaredEntity = "GDPR4035";

    public const string CategoryWithoutPlace = "GDPR4036";

    public const string EventWithoutPlace = "GDPR4037";

    public const string ReplacementWithoutField = "GDPR4038";

    public const string NotOnConsent = "GDPR4039";

    public const string ArchiveIsField = "GDPR4051";

    public const string MarkWithoutField = "GDPR4052";

    public const string StoreNamedTwice = "GDPR4046";

    public const string CoverageWarning = "GDPR6001";
}
