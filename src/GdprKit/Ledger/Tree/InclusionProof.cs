using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What shows that a leaf stands at its place in a tree, to somebody who knows no more of the tree than its size and root (RFC 9162, section 2.1.3).</summary>
/// <remarks>Immutable, and compared by value. Checking it asks nobody. Safe for use by several threads.</remarks>
/// <param name="Index">The place of the leaf, from 0.</param>
/// <param name="Size">The size of the tree.</param>
/// <param name="Path">The roots that have to be known beside the leaf, from the leaf up; at most 63.</param>
public sealed record InclusionProof(long Index, long Size, ValueList<Digest> Path)
{
    /// <summary>Whether it shows what it says; never when a place lies outside of the tree, or the path is too long or too short.</summary>
    /// <param name="leaf">The hash of the leaf (<see cref="MerkleTree.LeafOf(Digest)"/>).</param>
    /// <param name="root">The root of the tree, from somebody who is trusted.</param>
    public bool Verifies(Digest leaf, Digest root)
    {
        if (Index < 0 || Index >= Size)
        {
            return false;
        }

        // As far as both go on, the leaf is below a node with two sides; at the right edge, nodes with one side have no hash of their own.
        var (place, last, hash) = (Index, Size - 1, leaf);
        foreach (var beside in Path)
        {
            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleHashing.NodeOf(beside, hash);
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                hash = MerkleHashing.NodeOf(hash, beside);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && hash == root;
    }

    /// <summary>The place and the size.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"leaf {Index} of {Size}, {Path.Count} digests");
}
