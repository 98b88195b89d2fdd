namespace GdprKit.Decisions;

/// <summary>On what a permission rests, in a situation that no rule denies.</summary>
internal static class Permissions
{
    public static DecisionReason Of(ProcessingSituation situation) =>
        situation.IsRestricted ? OfRestricted(situation)
        : OfObjection(situation)
        ?? (ChannelRules.IsToCustomer(situation) ? DecisionReasons.ExistingCustomer : OfBasis(situation));

    private static DecisionReason OfRestricted(ProcessingSituation situation) =>
        situation.IsStoringOnly ? DecisionReasons.StoringOnly : DecisionReasons.RestrictionExempt;

    private static DecisionReason? OfObjection(ProcessingSituation situation) =>
        situation.Basis is not (LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest) ? null
        : situation.Objection is ObjectionStatus.Overridden ? DecisionReasons.ObjectionOverridden
        : situation.Objection is null or ObjectionStatus.Withdrawn ? null
        : DecisionReasons.StoringOnly;

    // A basis that is none of these cannot be made; if it could, it would permit nothing.
    private static DecisionReason OfBasis(ProcessingSituation situation) => situation.Basis switch
    {
        LawfulBasis.Consent => IsOver(situation) ? DecisionReasons.ConsentStoodThen : DecisionReasons.ConsentGiven,
        LawfulBasis.Contract => DecisionReasons.Contract,
        LawfulBasis.LegalObligation => DecisionReasons.LegalObligation,
        LawfulBasis.VitalInterest => DecisionReasons.VitalInterest,
        LawfulBasis.PublicTask => DecisionReasons.PublicTask,
        LawfulBasis.LegitimateInterest => DecisionReasons.LegitimateInterest,
        _ => DecisionReasons.NoBasis,
    };

    private static bool IsOver(ProcessingSituation situation) => situation.Consent?.Status is not (ConsentStatus.Given or ConsentStatus.Renewed);
}
