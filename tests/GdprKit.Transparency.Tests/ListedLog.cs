using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>The order of a ledger, of which only hashes are known, and what is read of it.</summary>
internal sealed class ListedLog(IEnumerable<Digest> entries) : ILedgerLog
{
    public List<Digest> Entries { get; } = [.. entries];

    /// <summary>What the tip says; <see langword="null"/> for what the entries come to.</summary>
    public MerkleTree? Tip { get; set; }

    /// <summary>How many entries were read.</summary>
    public int Read { get; private set; }

    public ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) => new(Entries.Count == 0 && Tip is null
        ? null
        : new LedgerTip { Ledger = Guid.Empty, Tree = Tip ?? MerkleTree.Empty.Append(Entries.Select(MerkleTree.LeafOf)), MirroredSize = 0 });

    public ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken)
    {
        var page = Entries.Skip((int)from).Take(limit).Select((hash, place) => new OrderedEntry { Position = from + place, Id = default, Hash = hash, ExpiredHash = hash }).ToValueList();
        Read += page.Count;
        return new(page);
    }

    public ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken) => throw new NotSupportedException();
}
