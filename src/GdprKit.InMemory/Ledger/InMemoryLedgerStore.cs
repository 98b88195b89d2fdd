using System.Runtime.CompilerServices;
using GdprKit.Ledger;

namespace GdprKit.InMemory;

/// <summary>A ledger in memory: for tests, and to read what a store must do. Not durable.</summary>
/// <remarks>Joins the transaction of a <see cref="System.Transactions.TransactionScope"/>. Safe for use by several threads.</remarks>
/// <param name="database">Where it is kept, together with what belongs to the same transactions.</param>
public sealed class InMemoryLedgerStore(InMemoryDatabase database) : ILedgerStore
{
    /// <inheritdoc/>
    public ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.WriteAsync<LedgerImage, AppendResult>(image => Append(image, batch), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(streams.Count);
        var image = database.Read<LedgerImage>(cancellationToken);
        return new(streams.Distinct().Select(image.HeadOf).OfType<StreamHead>().ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new(database.Read<LedgerImage>(cancellationToken).Find(query.Where, query.After).Take(query.Limit).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(where);
        return new(database.Read<LedgerImage>(cancellationToken).Find(where)
            .CountBy(head => head.Index.Status)
            .OrderBy(count => count.Key)
            .Select(count => new HeadCount(count.Key, count.Value))
            .ToValueList());
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var entry in database.Read<LedgerImage>(cancellationToken).Entries.GetValueOrDefault(stream, []))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (entry.Version > afterVersion)
            {
                yield return entry;
            }
        }

        await ValueTask.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return new(database.Read<LedgerImage>(cancellationToken).Latest(before).Take(limit).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        var hashes = database.Read<LedgerImage>(cancellationToken).Hashes;
        return new(entries.Distinct().Where(hashes.ContainsKey).Select(id => new EntryHash(id, hashes[id].Hash)).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
        new(database.Read<LedgerImage>(cancellationToken).Content.GetValueOrDefault(digest));

    /// <inheritdoc/>
    public ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(where);
        return database.WriteAsync<LedgerImage, long>(image => Forget(image, where), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expiry);
        return database.WriteAsync<LedgerImage, long>(image => Expire(image, expiry), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return database.WriteAsync<LedgerImage, Lease?>(
            image => request.Apply(image.Leases.GetValueOrDefault(request.Name)) is { } lease
                ? (image with { Leases = image.Leases.SetItem(request.Name, lease) }, lease)
                : (image, null),
            cancellationToken);
    }

    private static (LedgerImage Image, AppendResult Result) Append(LedgerImage image, AppendBatch batch)
    {
        if (batch.Under is { } fence && image.Leases.GetValueOrDefault(fence.Name)?.Fence != fence)
        {
            return (image, new AppendResult.LeaseLost());
        }

        var entries = batch.Streams.SelectMany(append => append.Entries).ToList();
        var known = entries.Where(entry => image.Hashes.ContainsKey(entry.Id)).ToList();
        if (entries.Count > 0 && known.Count == entries.Count && known.TrueForAll(entry => image.Hashes[entry.Id].Hash == entry.Hash))
        {
            return (image, new AppendResult.Appended());
        }

        var stale = batch.Streams.Where(append => !append.Fits(image.HeadOf(append.Stream))).Select(append => append.Stream).ToValueList();
        return !stale.IsEmpty ? (image, new AppendResult.Conflict(stale))
            : known.Count > 0 ? throw LedgerException.IdTaken()
            : (image.With(batch), new AppendResult.Appended());
    }

    private static (LedgerImage Image, long Count) Forget(LedgerImage image, HeadFilter where)
    {
        var forgotten = 0L;
        var entries = image.Entries.ToBuilder();
        foreach (var stream in image.Find(where).Select(head => head.Stream))
        {
            forgotten += entries[stream].Count(entry => entry.Details is not null);
            entries[stream] = entries[stream].ConvertAll(entry => entry with { Details = null });
        }

        return (image with { Entries = entries.ToImmutable() }, forgotten);
    }

    private static (LedgerImage Image, long Count) Expire(LedgerImage image, StreamExpiry expiry)
    {
        var shielding = expiry.Unless.Streams.SelectMany(streams => image.Find(HeadFilter.Of(streams.Kind))).Where(expiry.Unless.IsShielding).Select(head => head.Stream.Subject).ToHashSet();
        if (shielding.Contains(SubjectRef.None))
        {
            return (image, 0);
        }

        var expired = image.Find(expiry.Where).Where(head => !shielding.Contains(head.Stream.Subject)).Take(expiry.Limit).ToList();
        return (image.Without(expired), expired.Count);
    }
}
