namespace GdprKit.Ledger;

/// <summary>Leaves out what was recorded before, where the caller gave the ids.</summary>
/// <remarks>
/// Type, facts and content decide whether it is the same. Details do not: each has a salt of its own, so commitments tell nothing, and
/// texts can be forgotten, after which a form that is sent twice must still count once.
/// </remarks>
internal sealed class RecordedBefore(ILedgerStore store)
{
    /// <summary>Leaves out of decisions what was recorded before.</summary>
    /// <returns>The streams in which it was recorded after they were read for the decision: they have to be read again.</returns>
    /// <exception cref="LedgerException">GDPR3100: an id belongs to another entry.</exception>
    public async ValueTask<ValueList<StreamId>> LeaveOutAsync(PendingChange[] pending, CancellationToken cancellationToken)
    {
        var given = pending.SelectMany(change => change.Drafts).Select(draft => draft.Id).OfType<EntryId>().ToValueList();
        if (given.IsEmpty)
        {
            return [];
        }

        var known = new HashSet<EntryId>();
        foreach (var some in given.Chunk(LedgerLimits.ItemsAtOnce))
        {
            known.UnionWith((await store.FindHashesAsync(some.ToValueList(), cancellationToken).ConfigureAwait(false)).Select(hash => hash.Id));
        }

        if (known.Count == 0)
        {
            return [];
        }

        var overtaken = new List<StreamId>();
        foreach (var change in pending.Where(change => change.Drafts.Any(IsKnown)))
        {
            var recorded = await ReadAsync(change, known, cancellationToken).ConfigureAwait(false);
            change.Drafts = change.Drafts.Where(draft => !IsKnown(draft) || !IsTheSame(draft, recorded)).ToValueList();
            if (recorded.Values.Any(entry => entry.Version > change.Version))
            {
                overtaken.Add(change.Stream);
            }
        }

        return overtaken.ToValueList();

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
        recorded.TryGetValue(draft.Id!.Value, out var entry) && entry.Type == draft.Type && entry.Facts == draft.Facts && HasContentOf(entry, draft)
            ? true
            : throw LedgerException.IdTaken();

    // In any order: what was sent along the first time is only referred to the second time.
    private static bool HasContentOf(LedgerEntry entry, EntryDraft draft) =>
        entry.Content.Order().SequenceEqual(draft.Content.Select(content => content.Digest).Concat(draft.StoredContent).Order());
}
