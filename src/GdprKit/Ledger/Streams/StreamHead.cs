using NodaTime;

namespace GdprKit.Ledger;

/// <summary>What a stream has come to: its state after its last entry, ready to be read and found without reading the entries.</summary>
/// <remarks>
/// Written with the entry that leads to it, in one transaction. It says nothing that the entries do not say: whoever reads them again
/// gets the same head. A store keeps it as it is and looks into nothing but the members that a <see cref="HeadFilter"/> names. Its
/// instants are whole microseconds. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record StreamHead
{
    /// <summary>Which stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The version of the last entry; the first entry of a stream has version 1.</summary>
    public required long Version { get; init; }

    /// <summary>When the last entry was recorded.</summary>
    public required Instant RecordedAt { get; init; }

    /// <summary>The version of the fold that made this state; a program with a higher one reads the entries again.</summary>
    public required int FoldVersion { get; init; }

    /// <summary>By what it is found.</summary>
    public required StreamIndex Index { get; init; }

    /// <summary>The state as JSON in UTF-8, at most 64 KiB.</summary>
    public required ValueList<byte> State { get; init; }

    /// <summary>Kind, version and status; subject, key and state are withheld.</summary>
    public override string ToString() => $"{Stream}, version {Version}, {Index.Status}";
}
