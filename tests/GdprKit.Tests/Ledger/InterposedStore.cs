using System.Runtime.CompilerServices;

namespace GdprKit.Ledger;

/// <summary>A store in front of another one, in which a test can let something happen.</summary>
public sealed class InterposedStore(ILedgerStore store) : ILedgerStore
{
    /// <summary>What happens before an append, and what it answers instead of the store.</summary>
    public Func<AppendBatch, ValueTask<AppendResult?>> BeforeAppend { get; init; } = _ => default;

    /// <summary>What happens before hashes are looked up.</summary>
    public Func<ValueTask> BeforeFindHashes { get; init; } = () => default;

    /// <summary>What happens before a stream is read.</summary>
    public Func<ValueTask> BeforeReadStream { get; init; } = () => default;

    /// <summary>How many streams the store says have expired, of those that the other one let go.</summary>
    public Func<long, long> Expired { get; init; } = count => count;

    /// <summary>The heads that are found instead of those of the store.</summary>
    public ValueList<StreamHead>? Heads { get; init; }

    /// <summary>Content that the store has lost.</summary>
    public Digest? Lost { get; init; }

    /// <summary>Which entries of streams are there; by default all.</summary>
    public Func<LedgerEntry, bool> Keeps { get; set; } = _ => true;

    public int Appends { get; private set; }

    public async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        Appends++;
        return await BeforeAppend(batch) ?? await store.AppendAsync(batch, cancellationToken);
    }

    public ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken) =>
        Heads is { } heads ? new(heads) : store.FindHeadsAsync(streams, cancellationToken);

    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) => store.QueryHeadsAsync(query, cancellationToken);

    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) => store.CountHeadsAsync(where, cancellationToken);

    public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await BeforeReadStream();
        await foreach (var entry in store.ReadStreamAsync(stream, afterVersion, cancellationToken))
        {
            if (Keeps(entry))
            {
                yield return entry;
            }
        }
    }

    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken) => store.ReadLatestAsync(before, limit, cancellationToken);

    public async ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        await BeforeFindHashes();
        return await store.FindHashesAsync(entries, cancellationToken);
    }

    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
        digest == Lost ? new((LedgerContent?)null) : store.ReadContentAsync(digest, cancellationToken);

    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) => store.ForgetDetailsAsync(where, cancellationToken);

    public async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) =>
        Expired(await store.ExpireAsync(expiry, cancellationToken));

    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) => store.LeaseAsync(request, cancellationToken);
}
