using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>How far the ledger is in order, and how much of it lies in the mirror.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
public sealed record LedgerTip
{
    /// <summary>Which ledger: a random number that is made with its first position, kept by its mirror, and found again in every copy of its database.</summary>
    public required Guid Ledger { get; init; }

    /// <summary>The tree over the hashes of all entries that have a position.</summary>
    public required MerkleTree Tree { get; init; }

    /// <summary>How many of them the mirror is known to hold, from the first on.</summary>
    public required long MirroredSize { get; init; }

    /// <summary>The sizes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tree.Size} in order, {MirroredSize} in the mirror");
}
