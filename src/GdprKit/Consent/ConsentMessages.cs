namespace GdprKit.Consent;

/// <summary>The ids of what this room says. Each is listed in MESSAGES.md.</summary>
internal static class ConsentMessages
{
    public const string AgeOutOfRange = "GDPR1200";

    public const string UnknownActivity = "GDPR1201";

    public const string AnotherBasis = "GDPR1202";

    public const string WrongChannel = "GDPR1203";

    public const string EvidenceIncomplete = "GDPR1204";

    public const string InTheFuture = "GDPR1205";

    public const string Minor = "GDPR1206";

    public const string UnknownNotice = "GDPR1207";

    public const string NotFollowing = "GDPR1208";

    public const string NotExplicit = "GDPR1209";

    public const string Overtaken = "GDPR1210";

    public const string NothingToConfirm = "GDPR1211";

    public const string NoScreening = "GDPR1212";

    public const string NotTold = "GDPR1213";
}
