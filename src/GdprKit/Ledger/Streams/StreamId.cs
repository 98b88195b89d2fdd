namespace GdprKit.Ledger;

/// <summary>Which stream: what it is about, about whom, and which one of those.</summary>
/// <remarks>
/// Ordered by kind, then by subject, then by key, each ordinally; stores page in this order. A store keeps all three always, nobody
/// as 16 zeros and the empty key as an empty text: a missing value in a unique key would let one stream exist twice. Safe for use by
/// several threads.
/// </remarks>
/// <param name="Kind">What it is about.</param>
/// <param name="Subject">About whom; <see cref="SubjectRef.None"/> for nobody.</param>
/// <param name="Key">Which one of those; <see cref="StreamKey.Empty"/> where there is one.</param>
public readonly record struct StreamId(StreamKind Kind, SubjectRef Subject, StreamKey Key) : IComparable<StreamId>
{
    /// <summary>Whether one comes before another.</summary>
    public static bool operator <(StreamId left, StreamId right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another.</summary>
    public static bool operator >(StreamId left, StreamId right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another.</summary>
    public static bool operator <=(StreamId left, StreamId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another.</summary>
    public static bool operator >=(StreamId left, StreamId right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public int CompareTo(StreamId other) =>
        Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Subject != other.Subject ? Subject.CompareTo(other.Subject)
        : Key.CompareTo(other.Key);

    /// <summary>The kind; subject and key are withheld.</summary>
    public override string ToString() => $"{Kind} stream";
}
