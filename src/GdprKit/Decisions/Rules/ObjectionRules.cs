namespace GdprKit.Decisions;

/// <summary>Who objects is left alone: always in direct marketing (Art. 21(3)), else until the controller's grounds weigh more (Art. 21(1)).</summary>
internal static class ObjectionRules
{
    public static DecisionReason? Standing(ProcessingSituation situation)
    {
        if (situation.Objection is null or ObjectionStatus.Withdrawn)
        {
            return null;
        }

        // No ground of the controller weighs anything here, so a balance that was struck does not count.
        if (situation.IsDirectMarketing)
        {
            return DecisionReasons.ObjectionToMarketing;
        }

        return situation.Basis is LawfulBasis.PublicTask or LawfulBasis.LegitimateInterest && !IsLeftToTheController(situation)
            ? DecisionReasons.ObjectionStanding
            : null;
    }

    // While the balance is open the data are kept and not used (Art. 18(1)(d)); an objection that was upheld ends that too (Art. 17(1)(c)).
    private static bool IsLeftToTheController(ProcessingSituation situation) => situation.Objection switch
    {
        ObjectionStatus.Overridden => true,
        ObjectionStatus.Upheld => false,
        _ => situation.IsStoringOnly,
    };
}
