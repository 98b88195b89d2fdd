namespace GdprKit.Ledger;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class LedgerMessages
{
    public const string KindMalformed = "GDPR1102";

    public const string KeyMalformed = "GDPR1103";

    public const string StatusMalformed = "GDPR1104";

    public const string EntryIdMalformed = "GDPR1105";

    public const string EntryTypeMalformed = "GDPR1106";

    public const string SaltLength = "GDPR1107";

    public const string OpenType = "GDPR1110";

    public const string FactsTooLarge = "GDPR1111";

    public const string FactsIdentify = "GDPR1112";

    public const string NumberTooLarge = "GDPR1113";

    public const string DetailsMalformed = "GDPR1114";

    public const string ContentTooLarge = "GDPR1115";

    public const string BatchIncoherent = "GDPR1120";

    public const string StreamOfAnotherKind = "GDPR1121";

    public const string FoldIncoherent = "GDPR1122";

    public const string QueryUnbounded = "GDPR1123";

    public const string LeaseMalformed = "GDPR1124";

    public const string ExpiryUnbounded = "GDPR1125";

    public const string EntryOfAnotherType = "GDPR1126";

    public const string TooMuchAtOnce = "GDPR1127";

    public const string OutsideTheTree = "GDPR1130";

    public const string EdgeMisfit = "GDPR1131";

    public const string MirrorGap = "GDPR1132";

    public const string InboxItemTooLarge = "GDPR1133";

    public const string IdTaken = "GDPR3100";

    public const string TooManyConflicts = "GDPR3101";

    public const string StaleView = "GDPR3102";

    public const string NewerEntry = "GDPR3103";

    public const string LeaseLost = "GDPR3104";

    public const string EntryUnreadable = "GDPR3105";

    public const string StreamIncomplete = "GDPR3106";

    public const string NoRoom = "GDPR3107";

    public const string NodesMissing = "GDPR3120";

    public const string PendingMissing = "GDPR3121";

    public const string NotAsOrdered = "GDPR3122";

    public const string NotCommitted = "GDPR3123";

    public const string NoMirror = "GDPR3124";

    public const string TipUnreadable = "GDPR3125";

    public const string NoCheckpointVerifier = "GDPR3126";

    public const string PositionTaken = "GDPR3127";

    public const string MirrorUnreachable = "GDPR3130";

    public const string MirrorBusy = "GDPR3131";

    public const string MirrorDamaged = "GDPR3132";

    public const string MirrorNewer = "GDPR3133";

    public const string MirrorHoldsOther = "GDPR3134";

    public const string DatabaseBehind = "GDPR3135";

    public const string DatabaseDiverged = "GDPR3136";

    public const string MirrorForeign = "GDPR3137";

    public const string MirrorMissing = "GDPR3138";

    public const string MirrorNotEmpty = "GDPR3139";

    public const string ReplayUnderWay = "GDPR3140";

    public const string MirrorFull = "GDPR3141";

    public const string NoStore = "GDPR3110";

    public const string NoSubjectSource = "GDPR3111";

    public const string NotKept = "GDPR3150";

    public const string Refolded = "GDPR6100";

    public const string NotRefolded = "GDPR6101";

    public const string NotKeptInMirror = "GDPR6102";
}
