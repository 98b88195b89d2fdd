namespace GdprKit.EntityFrameworkCore;

/// <summary>How far the ledger is in order, in <c>gdpr_tip</c>, which has one row from the first position on; for migrations.</summary>
public sealed class LedgerTipRow
{
    /// <summary>Always 1.</summary>
    public int Id { get; init; }

    /// <summary>Which ledger: 16 random bytes.</summary>
    public byte[] Ledger { get; init; } = [];

    /// <summary>How many entries have a position.</summary>
    public long Size { get; init; }

    /// <summary>The right edge of the tree: the roots of its complete subtrees, the largest first, 32 bytes each.</summary>
    public byte[] Edge { get; init; } = [];

    /// <summary>How many of the entries the mirror is known to hold.</summary>
    public long MirroredSize { get; init; }
}
