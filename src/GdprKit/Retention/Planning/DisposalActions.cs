namespace GdprKit.Retention;

/// <summary>What of two actions leaves more standing.</summary>
internal static class DisposalActions
{
    /// <summary>What the rules that end an activity do with the data then.</summary>
    public static DisposalAction Of(IEnumerable<RetentionRule> ending) => ending.Select(AtTheEnd).Aggregate(LeavingMost);

    public static bool LeavesMore(DisposalAction action, DisposalAction than) => Standing(action) > Standing(than);

    // A rule without an end archives. Where its end comes all the same, with the consent or by a law that prevails, the data go.
    private static DisposalAction AtTheEnd(RetentionRule rule) => rule.Then is DisposalAction.Archive ? DisposalAction.Delete : rule.Then;

    private static DisposalAction LeavingMost(DisposalAction one, DisposalAction other) => LeavesMore(other, one) ? other : one;

    private static int Standing(DisposalAction action) => action switch
    {
        DisposalAction.Blank => 1,
        DisposalAction.Anonymise => 2,
        _ => 0,
    };
}
