namespace GdprKit.Decisions;

/// <summary>What some data need beside a basis: an exception (Art. 9(2)) or a law (Art. 10, 87).</summary>
internal static class SensitivityRules
{
    public static DecisionReason? SpecialCategories(ProcessingSituation situation)
    {
        if (!situation.UsesSpecialCategories)
        {
            return null;
        }

        return situation.SpecialCategoryGround switch
        {
            SpecialCategoryGround.ExplicitConsent => ConsentRules.WhyNotValid(situation) ?? WhyNotExplicit(situation),
            null or SpecialCategoryGround.Unspecified => WithoutGround(situation),
            _ => null,
        };
    }

    // Nothing was declared; an explicit consent that stands is an exception all the same.
    private static DecisionReason? WithoutGround(ProcessingSituation situation) =>
        ConsentRules.WhyNotValid(situation) is not null ? DecisionReasons.SpecialCategoryWithoutGround : WhyNotExplicit(situation);

    // A duty or a task that a law lays down is authorised by that law (Art. 6(3), 10).
    public static DecisionReason? CriminalOffences(ProcessingSituation situation) =>
        situation is { UsesCriminalOffences: true, IsAllowedByLaw: false, Basis: not (LawfulBasis.LegalObligation or LawfulBasis.PublicTask) }
            ? DecisionReasons.CriminalOffenceWithoutLaw
            : null;

    public static DecisionReason? NationalNumbers(ProcessingSituation situation) =>
        situation is { UsesNationalNumbers: true, IsAllowedByLaw: false } ? DecisionReasons.NationalNumberWithoutLaw : null;

    private static DecisionReason? WhyNotExplicit(ProcessingSituation situation) =>
        situation.Consent is { IsExplicit: true } ? null : DecisionReasons.ConsentNotExplicit;
}
