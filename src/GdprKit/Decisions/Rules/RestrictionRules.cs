namespace GdprKit.Decisions;

/// <summary>Restricted data are stored and, but for four purposes, not used (Art. 18(2)).</summary>
internal static class RestrictionRules
{
    public static DecisionReason? Standing(ProcessingSituation situation) =>
        situation is { IsRestricted: true, IsStoringOnly: false } && !IsExempt(situation) ? DecisionReasons.Restricted : null;

    public static bool IsExempt(ProcessingSituation situation) => situation.Exemption is
        RestrictionExemption.SubjectConsent or RestrictionExemption.LegalClaims or RestrictionExemption.RightsOfAnother or RestrictionExemption.PublicInterest;
}
