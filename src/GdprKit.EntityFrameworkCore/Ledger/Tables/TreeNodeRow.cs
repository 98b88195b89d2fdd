namespace GdprKit.EntityFrameworkCore;

/// <summary>A node of the tree over the order of the ledger, in <c>gdpr_tree_node</c>: one for 256 entries, one for 65,536 and so on; for migrations.</summary>
public sealed class TreeNodeRow
{
    /// <summary>The level: 8, 16 and so on.</summary>
    public int Level { get; init; }

    /// <summary>The place within the level, from 0.</summary>
    public long Place { get; init; }

    /// <summary>The root over its leaves, 32 bytes.</summary>
    public byte[] Hash { get; init; } = [];
}
