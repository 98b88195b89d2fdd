namespace GdprKit.Ledger;

/// <summary>How much of a ledger is verified.</summary>
public enum VerificationScope
{
    /// <summary>Nothing is said: all of it.</summary>
    Unspecified = 0,

    /// <summary>All of it: entries, order, tree, content, heads and mirror.</summary>
    Everything,

    /// <summary>Entries, order, tree and content; without folding the heads again, which reads every entry a second time, and without the entries of the mirror.</summary>
    Entries,
}
