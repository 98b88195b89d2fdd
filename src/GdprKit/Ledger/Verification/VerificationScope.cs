namespace GdprKit.Ledger;

/// <summary>How much of a ledger is verified.</summary>
public enum VerificationScope
{
    /// <summary>All of it: entries, order, tree, content, heads and mirror.</summary>
    Everything = 0,

    /// <summary>Entries, order, tree and content; without folding the heads again, which reads every entry a second time, and without the entries of the mirror.</summary>
    Entries,
}
