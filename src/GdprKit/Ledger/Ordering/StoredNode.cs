namespace GdprKit.Ledger;

/// <summary>A node of the tree that a store keeps, so that a proof reads few rows however long the ledger is.</summary>
/// <param name="Node">Which node.</param>
/// <param name="Hash">The root over its leaves.</param>
public readonly record struct StoredNode(MerkleNode Node, Digest Hash)
{
    /// <summary>Every how many levels nodes are kept: 8, so that there is one for 256 entries, one for 65,536 and so on, as in tiles (C2SP, tlog-tiles).</summary>
    public const int LevelsApart = 8;

    /// <summary>Whether a store keeps a node. Leaves are not kept as nodes: they follow from the hashes in the order.</summary>
    /// <param name="node">The node.</param>
    public static bool IsKept(MerkleNode node) => node.Level > 0 && node.Level % LevelsApart == 0;
}
