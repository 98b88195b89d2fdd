namespace GdprKit.Ledger;

/// <summary>Entries in the database that stand where others are to come back, and will follow them.</summary>
internal static class EntriesInTheWay
{
    /// <summary>Counts them, and changes nothing.</summary>
    public static async ValueTask<long> CountAsync(LedgerAccess ledger, RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (first, back) = (new Dictionary<StreamId, long>(), new HashSet<EntryId>());
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            first.TryAdd(entry.Stream, entry.Version);
            back.Add(entry.Id);
        }

        var count = 0L;
        foreach (var some in first.Keys.Chunk(LedgerLimits.HeadsPerPage))
        {
            foreach (var head in (await ledger.Store.FindHeadsAsync([.. some], cancellationToken).ConfigureAwait(false)).Where(head => head.Version >= first[head.Stream]))
            {
                var here = await ledger.Store.ReadStreamAsync(head.Stream, first[head.Stream] - 1, cancellationToken).Where(entry => !back.Contains(entry.Id)).Select(entry => entry.Id).ToListAsync(cancellationToken).ConfigureAwait(false);
                var before = (await ledger.Log.FindPositionsAsync(here.ToValueList(), cancellationToken).ConfigureAwait(false)).Count(position => position.Position < restored.From);
                count += here.Count - before;
            }
        }

        return count;
    }
}
