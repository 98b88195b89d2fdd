namespace GdprKit;

/// <summary>The ids of this room's messages; MESSAGES.md lists them all.</summary>
internal static class DecisionMessages
{
    public const string MomentAhead = "GDPR1250";

    public const string ActivityMissing = "GDPR1251";

    public const string ObjectionCannotMove = "GDPR1252";

    public const string GroundsMissing = "GDPR1253";

    public const string GroundUnknown = "GDPR1254";

    public const string AddressNotCanonical = "GDPR1255";

    public const string CauseMissing = "GDPR1256";

    public const string OptionsOutside = "GDPR1258";

    public const string PersonMissing = "GDPR1259";

    public const string ConsentNotNew = "GDPR1257";

    public const string UseOfOne = "GDPR1260";

    public const string KeyLacking = "GDPR3185";

    public const string NoBasis = "GDPR2101";

    public const string BasisSwapped = "GDPR2102";

    public const string ObjectionToMarketing = "GDPR2103";

    public const string ObjectionStanding = "GDPR2104";

    public const string Restricted = "GDPR2105";

    public const string Suppressed = "GDPR2106";

    public const string NotTold = "GDPR2107";

    public const string ConsentUnknown = "GDPR2110";

    public const string ConsentRequested = "GDPR2111";

    public const string ConsentDeferred = "GDPR2112";

    public const string ConsentRefused = "GDPR2113";

    public const string ConsentWithdrawn = "GDPR2114";

    public const string ConsentRevoked = "GDPR2115";

    public const string ConsentInvalidated = "GDPR2116";

    public const string ConsentExpired = "GDPR2117";

    public const string ConsentForAnotherPurpose = "GDPR2118";

    public const string ConsentUnconfirmed = "GDPR2119";

    public const string ConsentNotForChannel = "GDPR2120";

    public const string ConsentNotYetGiven = "GDPR2121";

    public const string MinorWithoutParent = "GDPR2122";

    public const string AgeUnknown = "GDPR2123";

    public const string ConsentTextUnknown = "GDPR2124";

    public const string SpecialCategoryWithoutGround = "GDPR2130";

    public const string ConsentNotExplicit = "GDPR2131";

    public const string CriminalOffenceWithoutLaw = "GDPR2132";

    public const string NationalNumberWithoutLaw = "GDPR2133";

    public const string ChannelUndeclared = "GDPR2140";

    public const string MarketingUnsolicited = "GDPR2141";

    public const string SoftOptInIncomplete = "GDPR2142";

    public const string LookUpFailed = "GDPR2150";

    public const string NewerProgram = "GDPR2151";

    public const string AddressUnreadable = "GDPR2152";

    public const string DatabaseOlder = "GDPR2153";

    public const string ConsentGiven = "GDPR2170";

    public const string ConsentStoodThen = "GDPR2171";

    public const string Contract = "GDPR2172";

    public const string LegalObligation = "GDPR2173";

    public const string VitalInterest = "GDPR2174";

    public const string PublicTask = "GDPR2175";

    public const string LegitimateInterest = "GDPR2176";

    public const string ExistingCustomer = "GDPR2177";

    public const string ObjectionOverridden = "GDPR2178";

    public const string RestrictionExempt = "GDPR2179";

    public const string StoringOnly = "GDPR2180";

    public const string LookUpFailedLogged = "GDPR6200";
}
