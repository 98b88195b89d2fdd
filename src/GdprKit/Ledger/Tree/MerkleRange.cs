using System.Numerics;

namespace GdprKit.Ledger;

/// <summary>Leaves that stand beside each other and have one root in a tree: all of it, or one side of one of its nodes.</summary>
internal readonly record struct MerkleRange(long Start, long End)
{
    private const int HighestLevel = 62;

    private long Count => End - Start;

    /// <summary>The complete subtrees of which the range consists, the largest first.</summary>
    public IEnumerable<MerkleNode> Nodes()
    {
        for (var start = Start; start < End;)
        {
            var level = Math.Min(start == 0 ? HighestLevel : BitOperations.TrailingZeroCount(start), BitOperations.Log2((ulong)(End - start)));
            yield return new MerkleNode(level, start >> level);
            start += 1L << level;
        }
    }

    /// <summary>What has to be known beside a leaf to come to the root of the range, from the leaf up (RFC 9162, section 2.1.3.1).</summary>
    public IEnumerable<MerkleRange> PathOf(long leaf)
    {
        if (Count == 1)
        {
            return [];
        }

        var (left, right) = Halves();
        return leaf < right.Start ? left.PathOf(leaf).Append(right) : right.PathOf(leaf).Append(left);
    }

    /// <summary>What has to be known to come to the root of the first leaves and to that of the range (RFC 9162, section 2.1.4.1).</summary>
    /// <param name="earlier">Where the first leaves end.</param>
    /// <param name="isKnown">Whether the root of the first leaves is known to who asks, as long as they are the whole of a side.</param>
    public IEnumerable<MerkleRange> PathFrom(long earlier, bool isKnown = true)
    {
        if (earlier == End)
        {
            return isKnown ? [] : [this];
        }

        var (left, right) = Halves();
        return earlier <= left.End ? left.PathFrom(earlier, isKnown).Append(right) : right.PathFrom(earlier, isKnown: false).Append(left);
    }

    // The left one is the largest complete subtree that is smaller than the range.
    private (MerkleRange Left, MerkleRange Right) Halves()
    {
        var middle = Start + (1L << BitOperations.Log2((ulong)(Count - 1)));
        return (new MerkleRange(Start, middle), new MerkleRange(middle, End));
    }
}
