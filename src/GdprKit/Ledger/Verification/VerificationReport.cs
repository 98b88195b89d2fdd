using System.Globalization;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>What came of a verification.</summary>
/// <remarks>Immutable. It names nobody. Safe for use by several threads.</remarks>
public sealed record VerificationReport
{
    /// <summary>When it began.</summary>
    public required Instant At { get; init; }

    /// <summary>The tree that the entries come to.</summary>
    public required MerkleTree Tree { get; init; }

    /// <summary>How many entries have a position.</summary>
    public required long Entries { get; init; }

    /// <summary>Of how many of them only the hash is left.</summary>
    public required long Expired { get; init; }

    /// <summary>How many wait for a position.</summary>
    public required long Pending { get; init; }

    /// <summary>How many heads were folded again and compared; those of kinds that this program does not know are not among them.</summary>
    public required long Heads { get; init; }

    /// <summary>How the database and its mirror stand to each other.</summary>
    public required MirrorStanding Mirror { get; init; }

    /// <summary>How much is wrong in all.</summary>
    public required long Faults { get; init; }

    /// <summary>The first hundred findings; those with a position come first, the lowest first.</summary>
    public required ValueList<VerificationFinding> Findings { get; init; }

    /// <summary>Whether nothing is wrong. A mirror that is not kept, or is still to be brought what the database holds, is no fault.</summary>
    public bool IsSound => Faults == 0;

    /// <summary>The numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Entries} entries, {Heads} heads, {Faults} faults");
}
