using GdprKit.Ledger;
using GdprKit.Notices;

namespace GdprKit.Decisions;

/// <summary>A store in front of another one that counts look-ups, can fail, and lets a test do something while heads are looked up.</summary>
public sealed class WatchedStore(ILedgerStore store) : ILedgerStore
{
    /// <summary>How often heads of people or of the suppression list were looked up.</summary>
    public int LookUps { get; private set; }

    /// <summary>How often it was looked up what is published, which is remembered for everybody.</summary>
    public int NoticeLookUps { get; private set; }

    public Exception? Failure { get; set; }

    /// <summary>Content that is gone.</summary>
    public Digest? Missing { get; set; }

    /// <summary>Whether what is appended is written, and nobody hears of it.</summary>
    public bool LosesAnswers { get; set; }

    /// <summary>What happens after heads were found, and before they are answered; once.</summary>
    public Func<ValueTask>? Meanwhile { get; set; }

    public async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        if (streams.All(stream => stream.Kind == PublishedNotices.Fold.Kind))
        {
            NoticeLookUps++;
        }
        else
        {
            LookUps++;
        }

        if (Failure is { } failure)
        {
            throw failure;
        }

        var heads = await store.FindHeadsAsync(streams, cancellationToken);
        if (Meanwhile is { } meanwhile)
        {
            Meanwhile = null;
            await meanwhile();
        }

        return heads;
    }

    public async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        var result = await store.AppendAsync(batch, cancellationToken);
        return LosesAnswers ? throw new TimeoutException("The answer was lost.") : result;
    }

    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => store.QueryHeadsAsync(query, cancellationToken);

    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) => store.CountHeadsAsync(where, cancellationToken);

    public IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, CancellationToken cancellationToken) => store.ReadStreamAsync(stream, afterVersion, cancellationToken);

    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) => store.ReadLatestAsync(before, limit, cancellationToken);

    public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken) => store.FindHashesAsync(entries, cancellationToken);

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) => digest == Missing ? default : store.ReadContentAsync(digest, cancellationToken);

    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) => store.ForgetDetailsAsync(where, cancellationToken);

    public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) => store.ExpireAsync(expiry, cancellationToken);

    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) => store.LeaseAsync(request, cancellationToken);
}
