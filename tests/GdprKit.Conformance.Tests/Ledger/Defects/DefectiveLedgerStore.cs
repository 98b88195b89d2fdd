using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>Passes every question on to a store without a defect. What derives from it gets one thing wrong.</summary>
internal class DefectiveLedgerStore(ILedgerStore sound) : ILedgerStore
{
    protected ILedgerStore Sound => sound;

    public virtual ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) => sound.AppendAsync(batch, cancellationToken);

    public virtual ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) => sound.FindHeadsAsync(streams, cancellationToken);

    public virtual ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => sound.QueryHeadsAsync(query, cancellationToken);

    public virtual ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) => sound.CountHeadsAsync(where, cancellationToken);

    public virtual IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) => sound.ReadStreamAsync(stream, afterVersion, cancellationToken);

    public virtual ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) => sound.ReadLatestAsync(before, limit, cancellationToken);

    public virtual ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => sound.FindHashesAsync(entries, cancellationToken);

    public virtual ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => sound.ReadContentAsync(digest, cancellationToken);

    public virtual ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) => sound.ForgetDetailsAsync(where, cancellationToken);

    public virtual ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) => sound.ExpireAsync(expiry, cancellationToken);

    public virtual ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) => sound.LeaseAsync(request, cancellationToken);
}
