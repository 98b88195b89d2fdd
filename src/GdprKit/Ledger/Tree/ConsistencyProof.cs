using System.Globalization;
using System.Numerics;

namespace GdprKit.Ledger;

/// <summary>What shows that a tree grew out of an earlier one: that nothing was changed, removed or put in between (RFC 9162, section 2.1.4).</summary>
/// <remarks>Immutable, and compared by value. Checking it asks nobody. Safe for use by several threads.</remarks>
/// <param name="From">The size of the earlier tree; every tree grows out of that without leaves, so nothing can show it, and it is never verified.</param>
/// <param name="To">The size of the later tree.</param>
/// <param name="Path">The roots that have to be known; none when both are of one size, otherwise at most 63.</param>
public sealed record ConsistencyProof(long From, long To, ValueList<Digest> Path)
{
    /// <summary>Whether it shows what it says.</summary>
    /// <param name="earlier">The root of the earlier tree.</param>
    /// <param name="later">The root of the later one.</param>
    public bool Verifies(Digest earlier, Digest later)
    {
        if (From == To)
        {
            return From >= 0 && Path.IsEmpty && earlier == later;
        }

        if (From < 1 || From > To)
        {
            return false;
        }

        // A tree that is complete is a node of the later one, whose root need not be sent.
        var path = BitOperations.IsPow2(From) ? Path.Prepend(earlier) : Path;
        var shift = BitOperations.TrailingZeroCount(From);
        var (place, last) = ((From - 1) >> shift, (To - 1) >> shift);
        Digest? before = null, after = null;
        foreach (var beside in path)
        {
            if (before is null)
            {
                (before, after) = (beside, beside);
                continue;
            }

            if (last == 0)
            {
                return false;
            }

            if ((place & 1) == 1 || place == last)
            {
                (before, after) = (MerkleHashing.NodeOf(beside, before.Value), MerkleHashing.NodeOf(beside, after!.Value));
                while ((place & 1) == 0 && place != 0)
                {
                    (place, last) = (place >> 1, last >> 1);
                }
            }
            else
            {
                after = MerkleHashing.NodeOf(after!.Value, beside);
            }

            (place, last) = (place >> 1, last >> 1);
        }

        return last == 0 && before == earlier && after == later;
    }

    /// <summary>The sizes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"from {From} to {To}, {Path.Count} digests");
}
