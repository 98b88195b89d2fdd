using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>A node of the tree that is complete and never changes: the root over <c>2^Level</c> leaves that stand beside each other.</summary>
/// <param name="Level">The level: 0 for a leaf.</param>
/// <param name="Index">The place within the level, from 0: the node covers the leaves from <c>Index × 2^Level</c> on.</param>
public readonly record struct MerkleNode(int Level, long Index)
{
    /// <summary>The level and the place within it, as <c>3/17</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Level}/{Index}");
}
