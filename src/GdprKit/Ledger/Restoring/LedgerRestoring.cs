namespace GdprKit.Ledger;

/// <summary>
/// Puts back into the ledger of a restored copy of the database what only its mirror still has: the same entries, at the same positions, so that every proof holds, with their heads folded. What was
/// recorded meanwhile and stands in their place is kept in the inbox of the mirror; <see cref="KeptEntries"/> appends it afterwards.
/// </summary>
/// <remarks>Each page is done again where somebody was interrupted, and comes to the same.</remarks>
internal sealed class LedgerRestoring(LedgerAccess ledger, ILedgerMirror mirror, RestoredStreams streams, KeptEntries aside)
{
    private const int EntriesAtOnce = 500;

    private const int MostRefusals = 8;

    private readonly HashSet<Digest> _content = [];

    /// <summary>Puts back what is missing.</summary>
    /// <param name="fence">The lease of the order (<see cref="LedgerSequencer"/>).</param>
    /// <param name="renew">Keeps the lease; called between two pages.</param>
    /// <param name="progress">Told of every page; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work between two pages; asking again goes on.</param>
    /// <exception cref="LedgerException">
    /// GDPR3137: the mirror is that of another ledger. GDPR3138: it is missing, or lacks what the database knows to have been there. GDPR3122: it holds what was not put in order so. GDPR3106: the database was restored in part.
    /// </exception>
    public async ValueTask<RestoringResult> RunAsync(
        LeaseFence fence, Func<CancellationToken, ValueTask> renew, IProgress<RestoringProgress>? progress, CancellationToken cancellationToken)
    {
        var tip = await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        var standing = await MirrorComparison.CompareAsync(tip, ledger.Log, mirror, cancellationToken).ConfigureAwait(false);
        if (standing.State is not (MirrorState.Behind or MirrorState.Diverged) && standing.ToException() is { } refusal)
        {
            throw refusal;
        }

        var size = tip?.Tree.Size ?? 0;
        if (held is null || standing.State is not (MirrorState.Behind or MirrorState.Diverged))
        {
            return new RestoringResult(size, size, 0);
        }

        var from = await CommonHistory.SizeAsync(ledger.Log, size, mirror, held.Tree.Size, cancellationToken).ConfigureAwait(false);
        if (tip is not null && from < size)
        {
            tip = await GiveUpAsync(tip, from, fence, cancellationToken).ConfigureAwait(false);
        }

        while (from + Restored(tip, from) < held.Tree.Size)
        {
            await renew(cancellationToken).ConfigureAwait(false);
            tip = await RestorePageAsync(tip, held, fence, cancellationToken).ConfigureAwait(false);
            progress?.Report(new RestoringProgress(Restored(tip, from), held.Tree.Size - from));
        }

        if (tip!.Tree != held.Tree)
        {
            throw LedgerException.NotAsOrdered(from);
        }

        return await ledger.Log.CommitMirroredAsync(tip, held.Tree.Size, fence, cancellationToken).ConfigureAwait(false)
            ? new RestoringResult(from, held.Tree.Size, size - from)
            : throw LedgerRefusals.LeaseLost();
    }

    private static long Restored(LedgerTip? tip, long from) => (tip?.Tree.Size ?? 0) - from;

    private async ValueTask<LedgerTip> GiveUpAsync(LedgerTip tip, long size, LeaseFence fence, CancellationToken cancellationToken)
    {
        var next = tip with { Tree = await CommonHistory.TreeAsync(ledger.Log, size, cancellationToken).ConfigureAwait(false), MirroredSize = Math.Min(tip.MirroredSize, size) };
        return await ledger.Log.GiveUpPositionsAsync(tip, next, fence, cancellationToken).ConfigureAwait(false) ? next : throw LedgerRefusals.LeaseLost();
    }

    private async ValueTask<LedgerTip> RestorePageAsync(LedgerTip? tip, MirrorTip held, LeaseFence fence, CancellationToken cancellationToken)
    {
        var position = tip?.Tree.Size ?? 0;
        var page = await mirror.ReadAsync(position, EntriesAtOnce, cancellationToken).ConfigureAwait(false);
        for (var i = 0; i < page.Count || page.IsEmpty; i++)
        {
            if (page.IsEmpty || page[i].Position != position + i || !page[i].IsIntact)
            {
                throw LedgerException.NotAsOrdered(position + i);
            }
        }

        for (var refusals = 0; refusals < MostRefusals; refusals++)
        {
            if (await TryAppendAsync(page, fence, cancellationToken).ConfigureAwait(false))
            {
                var ids = page.Select(entry => entry.Id).ToValueList();
                var waiting = (await ledger.Log.FindPendingAsync(ids, cancellationToken).ConfigureAwait(false)).ToDictionary(entry => entry.Id);
                var inOrder = ids.Select(id => waiting.TryGetValue(id, out var entry) ? entry : throw LedgerException.NotAsOrdered(position)).ToValueList();
                var batch = OrderBatch.After(tip, held.Ledger, inOrder, fence);
                return await ledger.Log.CommitOrderAsync(batch, cancellationToken).ConfigureAwait(false) is OrderResult.Committed ? batch.Next : throw LedgerRefusals.LeaseLost();
            }
        }

        throw LedgerRefusals.TooManyConflicts(MostRefusals);
    }

    // Whether everything of the page is in the ledger now; not when somebody appended to one of its streams meanwhile.
    private async ValueTask<bool> TryAppendAsync(ValueList<OrderedEntry> page, LeaseFence fence, CancellationToken cancellationToken)
    {
        var known = (await ledger.Store.FindHashesAsync(page.Select(entry => entry.Id).ToValueList(), cancellationToken).ConfigureAwait(false)).ToDictionary(hash => hash.Id, hash => hash.Hash);
        if (page.Any(entry => known.TryGetValue(entry.Id, out var hash) && hash != entry.Hash))
        {
            throw LedgerException.IdTaken();
        }

        var missing = page.Where(entry => !known.ContainsKey(entry.Id)).ToList();
        var expired = missing.Where(entry => entry.Entry is null).Select(entry => new EntryHash(entry.Id, entry.Hash)).ToValueList();
        if (!expired.IsEmpty && !await ledger.Log.AddExpiredAsync(expired, fence, cancellationToken).ConfigureAwait(false))
        {
            throw LedgerRefusals.LeaseLost();
        }

        var byStream = missing.Select(entry => entry.Entry).OfType<LedgerEntry>().GroupBy(entry => entry.Stream).ToDictionary(entries => entries.Key, entries => entries.ToList());
        if (byStream.Count == 0)
        {
            return true;
        }

        await MakeRoomAsync(byStream, fence, cancellationToken).ConfigureAwait(false);
        var heads = await HeadsOfAsync(byStream.Keys, cancellationToken).ConfigureAwait(false);
        var appends = new List<StreamAppend>();
        foreach (var (stream, entries) in byStream)
        {
            appends.Add(await streams.AppendAsync(heads.GetValueOrDefault(stream), entries, cancellationToken).ConfigureAwait(false));
        }

        var content = await ContentOfAsync(byStream.Values.SelectMany(entries => entries), cancellationToken).ConfigureAwait(false);
        return await ledger.Store.AppendAsync(AppendBatch.Of(appends, content, fence), cancellationToken).ConfigureAwait(false) switch
        {
            AppendResult.Appended => true,
            AppendResult.LeaseLost => throw LedgerRefusals.LeaseLost(),
            _ => false,
        };
    }

    // What stands where entries are to come back was recorded since the database was restored, and comes after them; or it has expired since the copy was made, and its stream began anew.
    private async ValueTask MakeRoomAsync(Dictionary<StreamId, List<LedgerEntry>> byStream, LeaseFence fence, CancellationToken cancellationToken)
    {
        var rewinds = new List<StreamRewind>();
        var heads = await HeadsOfAsync(byStream.Keys, cancellationToken).ConfigureAwait(false);
        foreach (var head in heads.Values)
        {
            var first = byStream[head.Stream][0].Version;
            if (head.Version >= first)
            {
                var (rewind, going) = await streams.RewindAsync(head, first - 1, cancellationToken).ConfigureAwait(false);
                var ordered = await ledger.Log.FindPositionsAsync(going.Select(entry => entry.Id).ToValueList(), cancellationToken).ConfigureAwait(false);
                var isOlder = ordered.Select(each => each.Id).ToHashSet();
                await aside.KeepAsync(going.Where(entry => !isOlder.Contains(entry.Id)), null, cancellationToken).ConfigureAwait(false);
                rewinds.Add(rewind);
            }
        }

        if (rewinds.Count > 0 && !await ledger.Log.SetAsideAsync(rewinds.ToValueList(), fence, cancellationToken).ConfigureAwait(false))
        {
            throw LedgerRefusals.LeaseLost();
        }

        // Before the first of those that come back everything must be there that came before it.
        if (byStream.FirstOrDefault(each => each.Value[0].Version > (heads.GetValueOrDefault(each.Key)?.Version ?? 0) + 1).Value is { } late)
        {
            throw LedgerException.StreamIncomplete(late[0].Stream);
        }
    }

    private async ValueTask<Dictionary<StreamId, StreamHead>> HeadsOfAsync(IEnumerable<StreamId> asked, CancellationToken cancellationToken) =>
        (await ledger.Store.FindHeadsAsync(asked.ToValueList(), cancellationToken).ConfigureAwait(false)).ToDictionary(head => head.Stream);

    private async ValueTask<List<LedgerContent>> ContentOfAsync(IEnumerable<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        var found = new List<LedgerContent>();
        foreach (var digest in entries.SelectMany(entry => entry.Content).Where(_content.Add))
        {
            if (await ledger.Store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) is null
                && await mirror.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) is { } content)
            {
                found.Add(content);
            }
        }

        return found;
    }
}
