namespace GdprKit.Ledger;

/// <summary>A page of heads.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Where">Which heads.</param>
public sealed record HeadQuery(HeadFilter Where)
{
    private readonly int _limit = LedgerLimits.HeadsPerPage;

    /// <summary>The last stream of the page before it; <see langword="null"/> for the first page. The stream itself may be gone.</summary>
    public StreamId? After { get; init; }

    /// <summary>How many heads at most.</summary>
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

    /// <summary>The page after this one, or <see langword="null"/> when this one was the last.</summary>
    /// <param name="page">The heads of this page.</param>
    public HeadQuery? Next(ValueList<StreamHead> page) => page.Count < Limit ? null : this with { After = page[^1].Stream };

    /// <summary>The kind; person and key are withheld.</summary>
    public override string ToString() => Where.ToString();
}
