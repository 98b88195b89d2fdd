using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What a sequencer has done, and how the ledger stands.</summary>
/// <remarks>Immutable. It names nobody. Safe for use by several threads.</remarks>
public sealed record SequencingResult
{
    /// <summary>How many entries got a position.</summary>
    public required long Ordered { get; init; }

    /// <summary>How many entries came to the mirror.</summary>
    public required long Mirrored { get; init; }

    /// <summary>How the database and its mirror stood at the end.</summary>
    public required MirrorStanding Mirror { get; init; }

    /// <summary>Whether somebody else is at it, so that nothing, or not everything, was done here.</summary>
    public required bool IsElsewhere { get; init; }

    /// <summary>
    /// Why the checkpoint over what was mirrored was not signed, as a key that is lost; <see langword="null"/> when it was, or nobody signs. What was mirrored is safe all the same, and
    /// the mirror keeps the last checkpoint that was signed.
    /// </summary>
    public Exception? Unsigned { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Ordered} put in order, {Mirrored} mirrored; {Mirror}{(IsElsewhere ? "; somebody else is at it" : "")}");
}
