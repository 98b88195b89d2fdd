using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit.Requests;

/// <summary>
/// Carries out again, after an older copy of the database was restored, the erasures that the copy knew nothing of, or not all: by the link of the person, which lies in the copy beside the rows. Where there
/// was no link yet when the copy was made, by the tag of the order, and then only a row that arrived when that of the order did: a key can be issued again.
/// </summary>
internal sealed class ErasureRepair(ErasureSurroundings surroundings, Erasures erasures, ErasureRunner runner, IContactSource? people, IEnumerable<StreamFold> folds) : IRestoreRepair
{
    private const int MostRounds = 100;

    // Nobody has a stream of restores, so everybody is met, linked or not.
    private static readonly StreamKind Nobodys = LedgerGuard.RestoreKind;

    private readonly RepeatedErasures _outcomes = new(surroundings.Streams, surroundings.Store);

    public int Turn => 100;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (linked, unlinked) = (new List<StreamId>(), new List<StreamId>());
        await foreach (var (stream, order) in restored.ReadStatesAsync<ErasureOrder>(surroundings.Streams, cancellationToken).ConfigureAwait(false))
        {
            // What was ended follows its ordinary periods.
            if (order.Status is not (ErasureOrderStatus.Unknown or ErasureOrderStatus.Ended))
            {
                var isLinked = await surroundings.Subjects.FindByRefAsync([stream.Subject], cancellationToken).ConfigureAwait(false) is [_, ..];
                (isLinked || order.RepeatedAfter == restored.Restore ? linked : unlinked).Add(stream);
            }
        }

        var findings = new Dictionary<RestoreFindingKind, List<EntryId>>();
        var found = await FindByTagAsync(restored, unlinked, findings, cancellationToken).ConfigureAwait(false);
        if (!restored.IsRehearsal)
        {
            var again = new List<StreamId>();
            foreach (var each in found)
            {
                var stream = await LinkAgainAsync(each.Stream, each.Person, cancellationToken).ConfigureAwait(false) ? each.Stream : null as StreamId?;
                if (stream is null && await IsProtectedAsync(each.Stream.Subject, cancellationToken).ConfigureAwait(false))
                {
                    Add(findings, RestoreFindingKind.ErasureUncertain, IdOf(each.Stream));
                }
                else if (stream is null)
                {
                    again.Add(await OrderAgainAsync(each.Stream, each.Order, each.Person, cancellationToken).ConfigureAwait(false));
                }
                else
                {
                    linked.Add(each.Stream);
                }
            }

            linked = await RepeatAsync(restored.Restore, linked, cancellationToken).ConfigureAwait(false);
            linked.AddRange(again);
            await RunAsync(linked, cancellationToken).ConfigureAwait(false);
        }

        foreach (var stream in linked)
        {
            var kind = restored.IsRehearsal ? RestoreFindingKind.ErasureRepeated : await _outcomes.OfAsync(stream, restored.Restore, cancellationToken).ConfigureAwait(false);
            Add(findings, kind, IdOf(stream));
        }

        if (restored.IsRehearsal)
        {
            found.ForEach(each => Add(findings, RestoreFindingKind.ErasureRepeated, IdOf(each.Stream)));
        }

        return findings.OrderBy(each => each.Key).Select(each => RestoreFinding.Of(each.Key, each.Value)).ToValueList();
    }

    private static EntryId IdOf(StreamId stream) => EntryId.Parse(stream.Key.ToString());

    private static void Add(Dictionary<RestoreFindingKind, List<EntryId>> findings, RestoreFindingKind kind, EntryId id)
    {
        if (!findings.TryGetValue(kind, out var ids))
        {
            findings.Add(kind, ids = []);
        }

        ids.Add(id);
    }

    private async ValueTask<List<StreamId>> RepeatAsync(EntryId restore, List<StreamId> orders, CancellationToken cancellationToken)
    {
        var repeated = ErasureEntries.Repeated.Draft(new ErasureRepeated(restore));
        foreach (var stream in orders)
        {
            await surroundings.Streams.AppendAsync<ErasureOrder>(stream, null, state => state.RepeatedAfter == restore ? [] : [repeated], cancellationToken).ConfigureAwait(false);
        }

        return orders;
    }

    // Until every store has answered, or none of them does.
    private async ValueTask RunAsync(List<StreamId> orders, CancellationToken cancellationToken)
    {
        var open = orders;
        for (var round = 0; open.Count > 0 && round < MostRounds; round++)
        {
            await runner.RunAsync(cancellationToken).ConfigureAwait(false);
            var left = await open.ToAsyncEnumerable().Where(async (stream, token) => !await _outcomes.HasGoneAsync(stream, token).ConfigureAwait(false)).ToListAsync(cancellationToken).ConfigureAwait(false);
            if (left.Count == open.Count)
            {
                return;
            }

            open = left;
        }
    }

    private async ValueTask<List<(StreamId Stream, ErasureOrdered Order, SubjectId Person)>> FindByTagAsync(
        RestoredEntries restored, List<StreamId> orders, Dictionary<RestoreFindingKind, List<EntryId>> findings, CancellationToken cancellationToken)
    {
        var found = new List<(StreamId Stream, ErasureOrdered Order, SubjectId Person)>();
        var wanted = new Dictionary<MatchTag, (StreamId Stream, ErasureOrdered Order)>();
        foreach (var (stream, order) in await OrdersOfAsync(restored, orders, cancellationToken).ConfigureAwait(false))
        {
            if (order.Tag is { } tag && surroundings.Tags is not null && people is not null)
            {
                wanted[tag] = (stream, order);
            }
            else
            {
                Add(findings, RestoreFindingKind.ErasureUnfindable, IdOf(stream));
            }
        }

        if (wanted.Count == 0)
        {
            return found;
        }

        var (tags, met) = (MatchTagSet.Of(wanted.Keys), new HashSet<MatchTag>());
        var query = new ContactQuery(wanted.Values.Select(each => each.Order.Kind).Distinct().ToValueList(), Nobodys, StreamKey.Of(restored.Restore));
        while (true)
        {
            var page = await people!.ReadWithoutHeadAsync(query, cancellationToken).ConfigureAwait(false);
            var subjects = page.Contacts.Select(contact => contact.Subject).ToValueList();
            var theirs = await surroundings.Tags!.FindAsync(subjects, tags, cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < subjects.Count; i++)
            {
                // Who has rows in several tables is met in each.
                foreach (var tag in theirs[i].Where(met.Add))
                {
                    var (stream, order) = wanted[tag];
                    if (order.Arrived is { } arrived && await erasures.FindArrivalAsync(subjects[i], cancellationToken).ConfigureAwait(false) == arrived)
                    {
                        found.Add((stream, order, subjects[i]));
                    }
                    else
                    {
                        Add(findings, RestoreFindingKind.ErasureUncertain, IdOf(stream));
                    }
                }
            }

            if (page.Next is not { } next)
            {
                break;
            }

            query = query with { Position = next };
        }

        foreach (var (_, (stream, _)) in wanted.Where(each => !met.Contains(each.Key)))
        {
            Add(findings, RestoreFindingKind.ErasureWithoutRows, IdOf(stream));
        }

        return found;
    }

    private async ValueTask<List<(StreamId Stream, ErasureOrdered Order)>> OrdersOfAsync(RestoredEntries restored, List<StreamId> streams, CancellationToken cancellationToken)
    {
        var (orders, wanted) = (new Dictionary<StreamId, ErasureOrdered>(), streams.ToHashSet());
        if (wanted.Count > 0)
        {
            await foreach (var entry in restored.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                if (entry.Type == ErasureEntries.Ordered.Type && wanted.Contains(entry.Stream))
                {
                    orders[entry.Stream] = ErasureEntries.Ordered.Read(entry).Facts;
                }
            }
        }

        foreach (var stream in streams.Where(stream => !orders.ContainsKey(stream)))
        {
            var first = await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).FirstAsync(cancellationToken).ConfigureAwait(false);
            orders.Add(stream, ErasureEntries.Ordered.Read(first).Facts);
        }

        return streams.ConvertAll(stream => (stream, orders[stream]));
    }

    // What is remembered of the person, as a hold, is about the ref of the order: where nothing was recorded about another one since, the person gets it back.
    private async ValueTask<bool> LinkAgainAsync(StreamId stream, SubjectId person, CancellationToken cancellationToken)
    {
        var known = await surroundings.Subjects.FindBySubjectAsync([person], cancellationToken).ConfigureAwait(false) is [var link, ..] ? link : null;
        if (known is not null && known.Ref != stream.Subject
            && (await surroundings.Store.QueryHeadsAsync(new HeadQuery(HeadFilter.About(known.Ref)) { Limit = 1 }, cancellationToken).ConfigureAwait(false)).IsEmpty)
        {
            await surroundings.Subjects.UnlinkAsync([person], cancellationToken).ConfigureAwait(false);
        }

        var standing = await surroundings.Subjects.RelinkAsync([new SubjectLink(person, stream.Subject, surroundings.Now)], cancellationToken).ConfigureAwait(false);
        return standing is [{ Ref: var now }, ..] && now == stream.Subject;
    }

    // Under the ref of before something keeps the rows from going, and under the one of now nobody would see it.
    private async ValueTask<bool> IsProtectedAsync(SubjectRef subject, CancellationToken cancellationToken)
    {
        var shields = folds.Where(fold => fold.IsShield).ToDictionary(fold => fold.Kind);
        return await surroundings.Streams.ReadHeadsAsync(HeadFilter.About(subject), cancellationToken)
            .AnyAsync(head => shields.TryGetValue(head.Stream.Kind, out var fold) && !fold.ReleasedIn.Contains(head.Index.Status), cancellationToken).ConfigureAwait(false);
    }

    // Something was recorded about the person under another ref since, so the order is given once more, with the day and the author of the first.
    private async ValueTask<StreamId> OrderAgainAsync(StreamId stream, ErasureOrdered order, SubjectId person, CancellationToken cancellationToken)
    {
        var subject = await surroundings.Subjects.LinkOneAsync(person, surroundings.Now, cancellationToken).ConfigureAwait(false);
        var again = ErasureOrder.StreamOf(subject, IdOf(stream).Derive("erasure repeated by its tag"));
        var states = surroundings.Places.Of(new Retention.ErasureScope(person, order.On))
            .Where(place => place.IsAutomatic)
            .Select(place => new ErasurePlaceState { Kind = place.Kind, Key = place.Key }).ToValueList();
        var draft = ErasureEntries.Ordered.Draft(order with { Request = null, Places = states });
        await surroundings.Streams.AppendAsync<ErasureOrder>(again, person, state => state.Status is ErasureOrderStatus.Unknown ? [draft] : [], cancellationToken).ConfigureAwait(false);
        return again;
    }
}
