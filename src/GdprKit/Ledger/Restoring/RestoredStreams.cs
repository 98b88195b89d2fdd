namespace GdprKit.Ledger;

/// <summary>Folds the heads of streams to which entries come back.</summary>
internal sealed class RestoredStreams
{
    private readonly Dictionary<StreamKind, StreamFold> _folds;
    private readonly StreamReading _reading;
    private readonly ILedgerStore _store;

    public RestoredStreams(ILedgerStore store, IEnumerable<StreamFold> folds)
    {
        (_store, _reading) = (store, new StreamReading(store));
        _folds = folds.DistinctBy(fold => fold.Kind).ToDictionary(fold => fold.Kind);
    }

    /// <summary>What is added to a stream.</summary>
    /// <param name="head">Its head; <see langword="null"/> when it has none.</param>
    /// <param name="entries">The entries, in their order, which follow it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<StreamAppend> AppendAsync(StreamHead? head, IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var fold = _folds.GetValueOrDefault(entries[0].Stream.Kind);
        var next = fold is null ? null : await fold.ContinueAsync(_reading, head, entries, cancellationToken).ConfigureAwait(false);
        return new StreamAppend(head?.Version ?? 0, entries.ToValueList(), next ?? UnfoldedHead.Of(entries[^1])) { IsShield = fold is null or { IsShield: true } };
    }

    /// <summary>How a stream is taken back to a version, and the entries that go by it.</summary>
    /// <param name="head">Its head.</param>
    /// <param name="kept">The last version that stays.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask<(StreamRewind Rewind, ValueList<LedgerEntry> Going)> RewindAsync(StreamHead head, long kept, CancellationToken cancellationToken)
    {
        var (staying, going) = (new List<LedgerEntry>(), new List<LedgerEntry>());
        await foreach (var entry in _store.ReadStreamAsync(head.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            (entry.Version <= kept ? staying : going).Add(entry);
        }

        var before = staying.Count == 0 ? null : (await AppendAsync(null, staying, cancellationToken).ConfigureAwait(false)).Head;
        return (new StreamRewind(head.Stream, head.Version, kept, before), going.ToValueList());
    }
}
