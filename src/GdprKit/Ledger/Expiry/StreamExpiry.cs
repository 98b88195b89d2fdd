using NodaTime;

namespace GdprKit.Ledger;

/// <summary>Which streams have been kept long enough, and go.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record StreamExpiry
{
    private readonly int _limit = LedgerLimits.HeadsPerPage;

    private StreamExpiry(HeadFilter where) => Where = where;

    /// <summary>The streams: always of one kind, in named states, since before an instant or due before it.</summary>
    public HeadFilter Where { get; }

    /// <summary>
    /// What protects: a stream stays while one that shields is about the same person, as a hold that was placed, and every stream stays while one shields that is about nobody in particular and is named in
    /// <see cref="StreamShield.Scopes"/>.
    /// </summary>
    /// <value>The default is <see cref="StreamShield.None"/>.</value>
    public StreamShield Unless { get; init; } = StreamShield.None;

    /// <summary>How many streams at most; who has more asks again.</summary>
    /// <value>From 1 to 1,000; the default is 1,000.</value>
    /// <exception cref="ArgumentOutOfRangeException">The number lies outside.</exception>
    public int Limit
    {
        get => _limit;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LedgerLimits.HeadsPerPage);
            _limit = value;
        }
    }

    /// <summary>Streams of a kind that ended long enough ago.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="endedIn">The states that are an end, one or more.</param>
    /// <param name="before">They ended before this instant.</param>
    /// <param name="key">Only those with this key; <see langword="null"/> for every key.</param>
    /// <exception cref="ArgumentException">GDPR1125: no state is named. GDPR1123: the kind is missing.</exception>
    public static StreamExpiry Of(StreamKind kind, ValueList<StreamStatus> endedIn, Instant before, StreamKey? key = null) => endedIn.IsEmpty
        ? throw new ArgumentException($"{LedgerMessages.ExpiryUnbounded}: streams are to expire, whatever their state. Name the states in which they have ended.", nameof(endedIn))
        : new StreamExpiry(HeadFilter.Of(kind) with { Statuses = endedIn, SinceBefore = before, Key = key });

    /// <summary>Streams of a kind that ended by themselves, when they were due, long enough ago.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="endedWhenDueIn">The states that end when a stream is due, one or more.</param>
    /// <param name="before">They were due before this instant.</param>
    /// <exception cref="ArgumentException">GDPR1125: no state is named. GDPR1123: the kind is missing.</exception>
    public static StreamExpiry OfDue(StreamKind kind, ValueList<StreamStatus> endedWhenDueIn, Instant before) => endedWhenDueIn.IsEmpty
        ? throw new ArgumentException($"{LedgerMessages.ExpiryUnbounded}: streams are to expire, whatever their state. Name the states in which they have ended.", nameof(endedWhenDueIn))
        : new StreamExpiry(HeadFilter.Of(kind) with { Statuses = endedWhenDueIn, DueBefore = before });

    /// <summary>The kind.</summary>
    public override string ToString() => Where.ToString();
}
