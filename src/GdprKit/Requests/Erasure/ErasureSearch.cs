using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Notices;

namespace GdprKit.Requests;

/// <summary>
/// Looks in a copy, by their tags, for people who were erased and to whom nothing leads there. Of a row that arrived at another moment than that of the order, or of which nobody knows when, it is only told: it may be somebody
/// else's.
/// </summary>
internal sealed class ErasureSearch(ErasureSurroundings surroundings, Erasures erasures, IContactSource? people)
{
    // Nobody has a stream of restores, so everybody is met, linked or not.
    private static readonly StreamKind Nobodys = LedgerGuard.RestoreKind;

    /// <summary>Finds people, page after page of everybody; of the orders whose people are not found it is told why.</summary>
    public async IAsyncEnumerable<List<FoundErasure>> FindAsync(
        RestoredEntries restored, IReadOnlyCollection<StreamId> orders, RestoreTally findings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (wanted, kinds) = await WantedAsync(restored, orders, findings, cancellationToken).ConfigureAwait(false);
        if (wanted.Count == 0)
        {
            yield break;
        }

        var (tags, met) = (MatchTagSet.Of(wanted.Keys), new HashSet<MatchTag>());
        for (var query = new ContactQuery(kinds.ToValueList(), Nobodys, StreamKey.Of(restored.Restore)); query is not null;)
        {
            var page = await people!.ReadWithoutHeadAsync(query, cancellationToken).ConfigureAwait(false);
            var subjects = page.Contacts.Select(contact => contact.Subject).ToValueList();
            var theirs = await surroundings.Tags!.FindAsync(subjects, tags, cancellationToken).ConfigureAwait(false);
            var found = new List<FoundErasure>();
            for (var i = 0; i < subjects.Count; i++)
            {
                // Who has rows in several tables is met in each.
                foreach (var tag in theirs[i].Where(met.Add))
                {
                    var (stream, arrived) = wanted[tag];
                    if (arrived is not null && await erasures.FindArrivalAsync(subjects[i], cancellationToken).ConfigureAwait(false) == arrived)
                    {
                        found.Add(new FoundErasure(stream, subjects[i]));
                    }
                    else
                    {
                        Tell(RestoreFindingKind.ErasureUncertain, stream);
                    }
                }
            }

            if (found.Count > 0)
            {
                yield return found;
            }

            query = page.Next is { } next ? query with { Position = next } : null;
        }

        foreach (var (_, (stream, _)) in wanted.Where(each => !met.Contains(each.Key)))
        {
            Tell(RestoreFindingKind.ErasureWithoutRows, stream);
        }

        void Tell(RestoreFindingKind kind, StreamId stream) => findings.Add(kind, EntryId.Parse(stream.Key.ToString()));
    }

    /// <summary>The tags that are looked for, with when the rows of the orders arrived, and the kinds of the people.</summary>
    private async ValueTask<(Dictionary<MatchTag, (StreamId Stream, Digest? Arrived)> Wanted, HashSet<Key<SubjectKind>> Kinds)> WantedAsync(
        RestoredEntries restored, IReadOnlyCollection<StreamId> orders, RestoreTally findings, CancellationToken cancellationToken)
    {
        var (tags, kinds) = (new Dictionary<StreamId, (MatchTag? Tag, Digest? Arrived)>(), new HashSet<Key<SubjectKind>>());
        var asked = orders.ToHashSet();
        await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.Type == ErasureEntries.Ordered.Type && asked.Contains(entry.Stream))
            {
                Note(entry);
            }
        }

        var wanted = new Dictionary<MatchTag, (StreamId Stream, Digest? Arrived)>();
        foreach (var stream in orders)
        {
            if (!tags.ContainsKey(stream))
            {
                Note(await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).FirstAsync(cancellationToken).ConfigureAwait(false));
            }

            if (tags[stream] is { Tag: { } tag, Arrived: var arrived } && surroundings.Tags is not null && people is not null)
            {
                wanted[tag] = (stream, arrived);
            }
            else
            {
                findings.Add(RestoreFindingKind.ErasureUnfindable, EntryId.Parse(stream.Key.ToString()));
            }
        }

        return (wanted, kinds);

        void Note(LedgerEntry entry)
        {
            var order = ErasureEntries.Ordered.Read(entry).Facts;
            tags[entry.Stream] = (order.Tag, order.Arrived);
            kinds.Add(order.Kind);
        }
    }
}
