namespace GdprKit.Retention;

/// <summary>What of two actions leaves more standing.</summary>
internal static class DisposalActions
{
    public static bool LeavesMore(DisposalAction action, DisposalAction than) => Standing(action) > Standing(than);

    public static DisposalAction LeavingMost(DisposalAction one, DisposalAction other) => LeavesMore(other, one) ? other : one;

    // To archive without a later phase is to keep the row, out of daily use.
    private static int Standing(DisposalAction action) => action switch
    {
        DisposalAction.Delete => 0,
        DisposalAction.Blank => 1,
        DisposalAction.Anonymise => 2,
        _ => 3,
    };
}
