using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What a mirror holds.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
public sealed record MirrorTip
{
    /// <summary>Of which ledger it is the mirror (<see cref="LedgerTip.Ledger"/>).</summary>
    public required Guid Ledger { get; init; }

    /// <summary>The tree over what it holds.</summary>
    public required MerkleTree Tree { get; init; }

    /// <summary>The size.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tree.Size} mirrored");
}
