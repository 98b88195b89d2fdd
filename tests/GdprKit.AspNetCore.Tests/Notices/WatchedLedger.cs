using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>A ledger that counts how often a stream is read, and can be down.</summary>
internal sealed class WatchedLedger(ILedgerStore inner, NoticeHost site) : ILedgerStore
{
    public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) => Inner.AppendAsync(batch, cancellationToken);

    public async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        site.Looks++;
        if (site.IsSlow)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        return await Inner.FindHeadsAsync(streams, cancellationToken);
    }

    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => Inner.QueryHeadsAsync(query, cancellationToken);

    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) => Inner.CountHeadsAsync(where, cancellationToken);

    public IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken)
    {
        site.Readings++;
        return Inner.ReadStreamAsync(stream, afterVersion, cancellationToken);
    }

    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) => Inner.ReadLatestAsync(before, limit, cancellationToken);

    public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => Inner.FindHashesAsync(entries, cancellationToken);

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken)
    {
        site.Readings++;
        return Inner.ReadContentAsync(digest, cancellationToken);
    }

    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) => Inner.ForgetDetailsAsync(where, cancellationToken);

    public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) => Inner.ExpireAsync(expiry, cancellationToken);

    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) => Inner.LeaseAsync(request, cancellationToken);

    private ILedgerStore Inner => site.IsDown ? throw new LedgerException("GDPR0000", "The database is down.", "Wait.") : inner;
}
