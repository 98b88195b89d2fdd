namespace GdprKit.Decisions;

/// <summary>A purpose needs a basis that stays (Art. 6(1), 7(3)), and people who know of it (Art. 13, 14).</summary>
internal static class BasisRules
{
    public static DecisionReason? WithoutBasis(ProcessingSituation situation) => situation.Basis is null ? DecisionReasons.NoBasis : null;

    // A controller that asked for consent must respect the answer: it cannot go on under another basis (EDPB Guidelines 05/2020, 121-123).
    public static DecisionReason? Swapped(ProcessingSituation situation) =>
        situation.FormerBasis is LawfulBasis.Consent
            && situation.Basis is not (null or LawfulBasis.Consent)
            && IsAgainst(situation.Consent ?? ConsentFacts.None, situation)
                ? DecisionReasons.BasisSwapped
                : null;

    // Storing for a purpose is processing for it, so who was not told is not even stored for it (Art. 4(2), 13(3)).
    public static DecisionReason? Untold(ProcessingSituation situation) => situation.IsToldOfPurpose ? null : DecisionReasons.NotTold;

    // Who has not answered has not said no; a consent that ended or was none is worse than no answer.
    private static bool IsAgainst(ConsentFacts consent, ProcessingSituation situation) => consent.StatusAt(situation.At) switch
    {
        ConsentStatus.Given or ConsentStatus.Renewed => false,
        ConsentStatus.Unknown or ConsentStatus.Requested or ConsentStatus.Deferred => consent.WasEverRefusedOrWithdrawn,
        _ => true,
    };
}
