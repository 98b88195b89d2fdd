using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>A log that passes everything on; a defect overrides what it spoils.</summary>
internal abstract class DefectiveLedgerLog(ILedgerLog sound) : ILedgerLog
{
    protected ILedgerLog Sound => sound;

    public virtual ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) => sound.ReadTipAsync(cancellationToken);

    public virtual ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken) => sound.ReadPendingAsync(limit, cancellationToken);

    public virtual ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) => sound.CountPendingAsync(cancellationToken);

    public virtual ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken) => sound.CommitOrderAsync(batch, cancellationToken);

    public virtual ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken) =>
        sound.CommitMirroredAsync(expected, mirroredSize, under, cancellationToken);

    public virtual ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken) => sound.ReadLogAsync(from, limit, cancellationToken);

    public virtual ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => sound.FindPositionsAsync(entries, cancellationToken);

    public virtual ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken) => sound.FindStraysAsync(after, limit, cancellationToken);

    public virtual ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken) => sound.FindStrayNodesAsync(limit, cancellationToken);

    public virtual ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) => sound.ReadAsync(nodes, cancellationToken);

    public virtual ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => sound.FindPendingAsync(entries, cancellationToken);

    public virtual ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken) => sound.AddExpiredAsync(entries, under, cancellationToken);

    public virtual ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken) => sound.SetAsideAsync(streams, under, cancellationToken);

    public virtual ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken) =>
        sound.GiveUpPositionsAsync(expected, next, under, cancellationToken);
}
