using NodaTime;

namespace GdprKit.Ledger;

/// <summary>An entry that is not appended yet: it has no place, no instant and no hash. Made with <see cref="EntryType{TFacts}.Draft"/>.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record EntryDraft
{
    internal EntryDraft(EntryType type, ValueList<byte> facts) => (Type, Facts) = (type, facts);

    /// <summary>What it says.</summary>
    public EntryType Type { get; }

    /// <summary>The facts as canonical JSON.</summary>
    public ValueList<byte> Facts { get; }

    /// <summary>Its id where the caller gives one, so that asking twice records once; <see langword="null"/> for a new one.</summary>
    public EntryId? Id { get; init; }

    /// <summary>What is said in free words, or <see langword="null"/>.</summary>
    public EntryDetails? Details { get; init; }

    /// <summary>Content that is stored with it, and that it refers to.</summary>
    public ValueList<LedgerContent> Content { get; init; } = [];

    /// <summary>The digests of content that was stored before, and that it refers to as well.</summary>
    public ValueList<Digest> StoredContent { get; init; } = [];

    /// <summary>Gives it a place, a salt and a hash, and so makes an entry of it. <see cref="LedgerStreams"/> does; this is for who appends without.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">Its place in the stream.</param>
    /// <param name="recordedAt">When it is recorded, in whole microseconds, later than the entry before it.</param>
    public LedgerEntry Seal(StreamId stream, long version, Instant recordedAt) => EntrySealing.Seal(this, stream, version, recordedAt);

    /// <summary>The type; facts and details are withheld.</summary>
    public override string ToString() => Type.ToString();
}
