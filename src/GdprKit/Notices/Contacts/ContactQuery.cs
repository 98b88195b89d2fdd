using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>A range of people about whom a certain stream has no head yet.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="People">Which kinds of people.</param>
/// <param name="Kind">The kind of the stream.</param>
/// <param name="Key">The key of the stream.</param>
public sealed record ContactQuery(ValueList<Key<SubjectKind>> People, StreamKind Kind, StreamKey Key)
{
    private readonly int _limit = LedgerLimits.HeadsPerPage;

    /// <summary>Where the range before it ended; empty to begin. It can hold a key, so it belongs in no log.</summary>
    public ValueList<byte> Position { get; init; } = [];

    /// <summary>How many people at most.</summary>
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

    /// <summary>The kind of the stream; the position is withheld.</summary>
    public override string ToString() => Kind.ToString();
}
