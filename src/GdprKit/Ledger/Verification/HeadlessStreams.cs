using System.Runtime.CompilerServices;

namespace GdprKit.Ledger;

/// <summary>Finds entries whose stream has no head: a head that counts other entries is found from its own side; one that is gone only from theirs.</summary>
internal sealed class HeadlessStreams(LedgerAccess ledger, FindingList findings)
{
    /// <summary>Looks whether the streams of entries have heads.</summary>
    /// <param name="entries">The entries, with their positions where they have one.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask FindAsync(IEnumerable<(LedgerEntry Entry, long? Position)> entries, CancellationToken cancellationToken)
    {
        var first = entries.DistinctBy(each => each.Entry.Stream).ToList();
        HashSet<StreamId> heads;
        try
        {
            heads = (await ledger.Store.FindHeadsAsync(first.Select(each => each.Entry.Stream).ToValueList(), cancellationToken).ConfigureAwait(false)).Select(head => head.Stream).ToHashSet();
        }
        catch (Exception exception) when (HeadVerification.IsUnreadable(exception))
        {
            findings.Add(new VerificationFinding(VerificationFault.HeadChanged));
            return;
        }

        foreach (var (entry, position) in first.Where(each => !heads.Contains(each.Entry.Stream)))
        {
            findings.Add(new VerificationFinding(VerificationFault.HeadChanged, position, entry.Id, entry.Stream.Kind));
        }
    }

    /// <summary>Looks at the streams of entries that wait for a position.</summary>
    /// <param name="pending">What waits; what has expired meanwhile is in no stream.</param>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async ValueTask FindAsync(ValueList<PendingEntry> pending, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var page in ReadLatestAsync(pending.Select(entry => entry.Id).ToHashSet(), cancellationToken).ConfigureAwait(false))
            {
                await FindAsync(page.Select(entry => (entry, (long?)null)), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (Exception exception) when (HeadVerification.IsUnreadable(exception))
        {
            // An entry with a position that cannot be read was found before; then this one waits itself.
            if (findings.Count == 0)
            {
                findings.Add(new VerificationFinding(VerificationFault.EntryChanged));
            }
        }
    }

    // What waits is among the latest, so the pages from there meet it soon.
    private async IAsyncEnumerable<List<LedgerEntry>> ReadLatestAsync(HashSet<EntryId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (EntryId? before = null; ids.Count > 0;)
        {
            var page = await ledger.Store.ReadLatestAsync(before, LedgerLimits.HeadsPerPage, cancellationToken).ConfigureAwait(false);
            yield return page.Where(entry => ids.Remove(entry.Id)).ToList();
            if (page.IsEmpty || ids.All(id => id > page[^1].Id))
            {
                yield break;
            }

            before = page[^1].Id;
        }
    }
}
