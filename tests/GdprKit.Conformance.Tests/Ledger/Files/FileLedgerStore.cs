using System.Runtime.CompilerServices;
using System.Text.Json;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Files;

/// <summary>A ledger in a folder, written from the documentation of <see cref="ILedgerStore"/>.</summary>
internal sealed class FileLedgerStore(FileLedger ledger) : ILedgerStore
{
    // Entries can have details of many kilobytes each.
    private const int Portion = 25;

    public async ValueTask<AppendResult> AppendAsync(AppendBatch batch, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(view => Append(view, batch), cancellationToken);

    public async ValueTask<ValueList<StreamHead>> FindHeadsAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(streams.Count);
        return await ledger.LookAsync(view => streams.Distinct().Select(stream => StreamFiles.HeadOf(view, stream)).OfType<StreamHead>().ToValueList(), cancellationToken);
    }

    public async ValueTask<ValueList<StreamHead>> QueryHeadsAsync(HeadQuery query, CancellationToken cancellationToken) =>
        await ledger.LookAsync(view => StreamFiles.Find(view, query.Where, query.After).Take(query.Limit).ToValueList(), cancellationToken);

    public async ValueTask<ValueList<HeadCount>> CountHeadsAsync(HeadFilter where, CancellationToken cancellationToken) =>
        await ledger.LookAsync(
            view => StreamFiles.Find(view, where).CountBy(head => head.Index.Status).OrderBy(count => count.Key).Select(count => new HeadCount(count.Key, count.Value)).ToValueList(),
            cancellationToken);

    public async IAsyncEnumerable<LedgerEntry> ReadStreamAsync(StreamId stream, long afterVersion, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // In portions, so that nobody is kept from writing by a reader who takes a pause.
        for (var portion = await ReadAsync(afterVersion); portion.Count > 0; portion = await ReadAsync(portion[^1].Version))
        {
            foreach (var entry in portion)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry;
            }
        }

        Task<ValueList<LedgerEntry>> ReadAsync(long after) =>
            ledger.LookAsync(view => StreamFiles.Entries(view, stream, after).Take(Portion).ToValueList(), cancellationToken);
    }

    public async ValueTask<ValueList<LedgerEntry>> ReadLatestAsync(EntryId? before, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return await ledger.LookAsync(
            view => HashFiles.Latest(view, before)
                .Select(place => StreamFiles.Entries(view, place.Stream).FirstOrDefault(entry => entry.Id == place.Id))
                .OfType<LedgerEntry>().Take(limit).ToValueList(),
            cancellationToken);
    }

    public async ValueTask<ValueList<EntryHash>> FindHashesAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return await ledger.LookAsync(view => HashFiles.Find(view, entries).Select(hash => new EntryHash(hash.Key, hash.Value)).ToValueList(), cancellationToken);
    }

    public async ValueTask<LedgerContent?> ReadContentAsync(Digest digest, CancellationToken cancellationToken) =>
        await ledger.LookAsync(view => view.Read(ContentPath(digest)) is { } bytes ? LedgerContent.Of(bytes.AsSpan(1)) : null, cancellationToken);

    public async ValueTask<long> ForgetDetailsAsync(HeadFilter where, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(view => StreamFiles.Find(view, where).ToList().Sum(head => StreamFiles.ForgetDetails(view, head.Stream)), cancellationToken);

    public async ValueTask<long> ExpireAsync(StreamExpiry expiry, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(view => Expire(view, expiry), cancellationToken);

    public async ValueTask<Lease?> LeaseAsync(LeaseRequest request, CancellationToken cancellationToken) =>
        await ledger.WriteAsync(
            view =>
            {
                var lease = request.Apply(LeaseOf(view, request.Name));
                if (lease is not null)
                {
                    view.Write(LeasePath(request.Name), JsonSerializer.SerializeToUtf8Bytes(LeaseLine.Of(lease)));
                }

                return lease;
            },
            cancellationToken);

    private static AppendResult Append(FolderView view, AppendBatch batch)
    {
        if (batch.Under is { } fence && LeaseOf(view, fence.Name)?.Fence != fence)
        {
            return new AppendResult.LeaseLost();
        }

        var entries = batch.Streams.SelectMany(append => append.Entries).ToList();
        var known = HashFiles.Find(view, entries.Select(entry => entry.Id));
        if (entries.Count > 0 && entries.TrueForAll(entry => known.TryGetValue(entry.Id, out var hash) && hash == entry.Hash))
        {
            return new AppendResult.Appended();
        }

        var stale = batch.Streams.Where(append => !append.Fits(StreamFiles.HeadOf(view, append.Stream))).Select(append => append.Stream).ToValueList();
        if (!stale.IsEmpty)
        {
            return new AppendResult.Conflict(stale);
        }

        if (known.Count > 0)
        {
            throw LedgerException.IdTaken();
        }

        foreach (var append in batch.Streams)
        {
            StreamFiles.WriteHead(view, append.Head);
            StreamFiles.AppendEntries(view, append.Entries);
        }

        HashFiles.Add(view, entries.ToValueList());
        foreach (var content in batch.Content)
        {
            // A byte before it, because a file of no bytes is one that is to be deleted.
            view.Write(ContentPath(content.Digest), [0, .. content.Bytes]);
        }

        return new AppendResult.Appended();
    }

    private static long Expire(FolderView view, StreamExpiry expiry)
    {
        var shielding = expiry.Unless.Streams.SelectMany(streams => StreamFiles.Find(view, HeadFilter.Of(streams.Kind))).Where(expiry.Unless.IsShielding).Select(head => head.Stream.Subject).ToHashSet();
        if (shielding.Contains(SubjectRef.None))
        {
            return 0;
        }

        var expired = StreamFiles.Find(view, expiry.Where).Select(head => head.Stream).Where(stream => !shielding.Contains(stream.Subject)).Take(expiry.Limit).ToList();
        expired.ForEach(stream => StreamFiles.Delete(view, stream));
        return expired.Count;
    }

    private static Lease? LeaseOf(FolderView view, LeaseName name) =>
        view.Read(LeasePath(name)) is { } bytes ? JsonSerializer.Deserialize<LeaseLine>(bytes)!.ToLease(name) : null;

    private static string LeasePath(LeaseName name) => $"leases/{name}";

    private static string ContentPath(Digest digest) => $"content/{digest}";
}
