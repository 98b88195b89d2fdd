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

    /// <summary>Where a store finds what a node is made of: that many rows of one level beside each other.</summary>
    /// <param name="node">Any node.</param>
    /// <returns>
    /// The level of the rows, 0 for the hashes in the order and else one that is kept; the first of them, as a position or a place; and how many there are, a power of two of
    /// at most 128. <see cref="RootOf"/> makes the node of them.
    /// </returns>
    public static (int Level, long First, int Count) RowsOf(MerkleNode node)
    {
        var below = node.Level % LevelsApart;
        return (node.Level - below, node.Index << below, 1 << below);
    }

    /// <summary>Makes a node of the rows that <see cref="RowsOf"/> names.</summary>
    /// <param name="rows">The hashes of the leaves, as <see cref="MerkleTree.LeafOf(Digest)"/> makes them of the hashes in the order, or those of the kept nodes.</param>
    public static Digest RootOf(IEnumerable<Digest> rows) => MerkleTree.Empty.Append(rows).Root;
}
