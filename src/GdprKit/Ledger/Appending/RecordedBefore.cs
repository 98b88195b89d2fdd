namespace GdprKit.Ledger;

/// <summary>Leaves out what was recorded before, where the caller gave the ids.</summary>
internal sealed class RecordedBefore(ILedgerStore store)
{
    public async ValueTask LeaveOutAsync(PendingChange[] pending, CancellationToken cancellationToken)
    {
        var given = pending.SelectMany(change => change.Drafts).Select(draft => draft.Id).OfType<EntryId>().ToValueList();
        if (given.IsEmpty)
        {
            return;
        }

        var known = (await store.FindHashesAsync(given, cancellationToken).ConfigureAwait(false)).Select(hash => hash.Id).ToHashSet();
        if (known.Count == 0)
        {
            return;
        }

        foreach (var change in pending.Where(change => change.Drafts.Any(IsKnown)))
        {
            var recorded = await ReadAsync(change, known, cancellationToken).ConfigureAwait(false);
            change.Drafts = change.Drafts.Where(draft => !IsKnown(draft) || !IsTheSame(draft, recorded)).ToValueList();
        }

        bool IsKnown(EntryDraft draft) => draft.Id is { } id && known.Contains(id);
    }

    private async ValueTask<Dictionary<EntryId, LedgerEntry>> ReadAsync(PendingChange change, HashSet<EntryId> known, CancellationToken cancellationToken)
    {
        var recorded = new Dictionary<EntryId, LedgerEntry>();
        await foreach (var entry in store.ReadStreamAsync(change.Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (known.Contains(entry.Id))
            {
                recorded.Add(entry.Id, entry);
            }
        }

        return recorded;
    }

    // Known, but not in this stream: another stream has the id, or had it before it expired.
    private static bool IsTheSame(EntryDraft draft, Dictionary<EntryId, LedgerEntry> recorded) =>
        recorded.TryGetValue(draft.Id!.Value, out var entry) && entry.Type == draft.Type && entry.Facts == draft.Facts
            ? true
            : throw LedgerException.IdTaken();
}
