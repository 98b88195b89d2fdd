using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;

namespace GdprKit.Requests;

/// <summary>
/// Carries out again, after an older copy of the database was restored, the erasures that the copy knew nothing of, or not all: by the link of the person, which lies in the copy beside the rows. Where there
/// was no link yet when the copy was made, by the tag of the order, and then only a row that arrived when that of the order did: a key can be issued again.
/// </summary>
/// <remarks>It goes page by page. Of the orders to whom nothing leads it holds the streams, and of the others nothing, but in a rehearsal their ids.</remarks>
internal sealed class ErasureRepair(ErasureSurroundings surroundings, Erasures erasures, ErasureRunner runner, IContactSource? people) : IRestoreRepair
{
    private const int MostRounds = 100;

    private const int EntriesAtOnce = 500;

    // So many tags are looked for in one reading of everybody.
    private const int TagsAtOnce = 100_000;

    private readonly RepeatedErasures _outcomes = new(surroundings.Streams, surroundings.Store);

    private readonly ErasureSearch _search = new(surroundings, erasures, people);

    public int Turn => 100;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (findings, again) = (new RestoreTally(), new List<StreamId>());
        var unlinked = await RepeatLinkedAsync(restored, findings, cancellationToken).ConfigureAwait(false);
        foreach (var some in unlinked.Chunk(TagsAtOnce))
        {
            await foreach (var found in _search.FindAsync(restored, some, findings, cancellationToken).ConfigureAwait(false))
            {
                if (restored.IsRehearsal)
                {
                    found.ForEach(each => findings.Add(RestoreFindingKind.ErasureRepeated, IdOf(each.Stream)));
                }
                else
                {
                    again.AddRange(await RepeatFoundAsync(restored.Restore, found, findings, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        if (!restored.IsRehearsal)
        {
            await RunAsync(restored.Restore, again, cancellationToken).ConfigureAwait(false);
            await foreach (var (stream, kind) in _outcomes.ReadAsync(restored.Restore, again, cancellationToken).ConfigureAwait(false))
            {
                findings.Add(kind, IdOf(stream));
            }
        }

        return findings.ToValueList();
    }

    private static EntryId IdOf(StreamId stream) => EntryId.Parse(stream.Key.ToString());

    /// <summary>Orders again whose people are linked, and returns the orders of the others.</summary>
    private async ValueTask<IReadOnlyCollection<StreamId>> RepeatLinkedAsync(RestoredEntries restored, RestoreTally findings, CancellationToken cancellationToken)
    {
        var (unlinked, seen) = (new OrderedDictionary<EntryId, StreamId>(), new HashSet<EntryId>());
        var orders = restored.IsRehearsal ? OrdersThereAsync(restored, cancellationToken) : OrdersHereAsync(restored, cancellationToken);
        await foreach (var some in orders.ConfigureAwait(false))
        {
            ValueList<SubjectRef> people = [.. some.Select(order => order.Stream.Subject).Distinct()];
            var linked = (await surroundings.Subjects.FindByRefAsync(people, cancellationToken).ConfigureAwait(false)).Select(link => link.Ref).ToHashSet();
            var repeating = new List<StreamId>();
            foreach (var (stream, isRepeated) in some)
            {
                if (linked.Contains(stream.Subject) || isRepeated)
                {
                    repeating.Add(stream);
                }
                else
                {
                    unlinked.TryAdd(IdOf(stream), stream);
                }
            }

            if (restored.IsRehearsal)
            {
                repeating.Select(IdOf).Where(seen.Add).ToList().ForEach(id => findings.Add(RestoreFindingKind.ErasureRepeated, id));
            }
            else
            {
                await RepeatAsync(restored.Restore, repeating, cancellationToken).ConfigureAwait(false);
            }
        }

        return unlinked.Values;
    }

    /// <summary>Pages of orders of which entries came back, those of after the restore among them; one can stand in several. What was ended follows its ordinary periods.</summary>
    private async IAsyncEnumerable<List<(StreamId Stream, bool IsRepeated)>> OrdersHereAsync(RestoredEntries restored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in PagesAsync(restored, cancellationToken).ConfigureAwait(false))
        {
            var orders = await surroundings.Streams.LoadAsync<ErasureOrder>(page.Select(entry => entry.Stream).Distinct().ToValueList(), cancellationToken).ConfigureAwait(false);
            yield return [.. from order in orders where order.State is { } state && GoesOn(state) select (order.Stream, order.State!.RepeatedAfter == restored.Restore)];
        }
    }

    /// <summary>Pages of orders of which entries would come back, by what they would come to.</summary>
    private async IAsyncEnumerable<List<(StreamId Stream, bool IsRepeated)>> OrdersThereAsync(RestoredEntries restored, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // The few that were ended, and those that were ordered again after that.
        var (ended, resumed) = (new HashSet<StreamId>(), new HashSet<StreamId>());
        await foreach (var page in PagesAsync(restored, cancellationToken).ConfigureAwait(false))
        {
            foreach (var entry in page)
            {
                _ = entry.Type == ErasureEntries.Ended.Type ? ended.Add(entry.Stream) : entry.Type == ErasureEntries.Ordered.Type && ended.Remove(entry.Stream);
                _ = entry.Type == ErasureEntries.Ordered.Type && entry.Version > 1 && resumed.Add(entry.Stream);
            }
        }

        await foreach (var page in PagesAsync(restored, cancellationToken).ConfigureAwait(false))
        {
            var streams = page.Select(entry => entry.Stream).Where(stream => !ended.Contains(stream)).Distinct().ToValueList();
            var ordered = page.Where(entry => entry.Type == ErasureEntries.Ordered.Type).Select(entry => entry.Stream).ToHashSet();
            var known = await surroundings.Streams.LoadAsync<ErasureOrder>(streams, cancellationToken).ConfigureAwait(false);
            yield return [.. from order in known where ordered.Contains(order.Stream) || resumed.Contains(order.Stream) || (order.State is { } state && GoesOn(state)) select (order.Stream, false)];
        }
    }

    private static bool GoesOn(ErasureOrder order) => order.Status is not (ErasureOrderStatus.Unknown or ErasureOrderStatus.Ended);

    private static IAsyncEnumerable<LedgerEntry[]> PagesAsync(RestoredEntries restored, CancellationToken cancellationToken) =>
        restored.ReadAsync(cancellationToken).Where(entry => entry.Stream.Kind == ErasureOrder.Fold.Kind).Chunk(EntriesAtOnce);

    private async ValueTask RepeatAsync(EntryId restore, IEnumerable<StreamId> orders, CancellationToken cancellationToken)
    {
        ValueList<StreamChange> changes =
        [
            .. orders.Select(stream => StreamChange.To<ErasureOrder>(stream, null, state => state.RepeatedAfter == restore ? [] : [ErasureEntries.Repeated.Draft(new ErasureRepeated(restore))])),
        ];
        if (!changes.IsEmpty)
        {
            await surroundings.Streams.AppendAsync(changes, null, cancellationToken).ConfigureAwait(false);
        }
    }

    // Until every store has answered, or none of them does.
    private async ValueTask RunAsync(EntryId restore, List<StreamId> again, CancellationToken cancellationToken)
    {
        var (all, open) = await _outcomes.CountAsync(restore, again, cancellationToken).ConfigureAwait(false);
        for (var round = 0; all > 0 && (open > 0 || round == 0) && round < MostRounds; round++)
        {
            await runner.RunAsync(cancellationToken).ConfigureAwait(false);
            var (_, left) = await _outcomes.CountAsync(restore, again, cancellationToken).ConfigureAwait(false);
            if (left == open)
            {
                return;
            }

            open = left;
        }
    }

    /// <summary>Orders again whose rows were found by their tags, and returns the orders that were given once more under another ref.</summary>
    private async ValueTask<List<StreamId>> RepeatFoundAsync(EntryId restore, List<FoundErasure> found, RestoreTally findings, CancellationToken cancellationToken)
    {
        var again = new List<StreamId>();

        // Whoever was erased twice is linked to one of both orders, and is found by the second as somebody who is linked.
        for (var left = found; left.Count > 0;)
        {
            var some = left.DistinctBy(each => each.Person).ToList();
            left = [.. left.Except(some)];
            var linked = await LinkAgainAsync(some, cancellationToken).ConfigureAwait(false);
            await RepeatAsync(restore, linked, cancellationToken).ConfigureAwait(false);
            foreach (var each in some.Where(each => !linked.Contains(each.Stream)))
            {
                // Under the ref of before something keeps the rows from going, and under the one of now nobody would see it.
                if (await surroundings.IsProtectedAsync(each.Stream.Subject, cancellationToken).ConfigureAwait(false))
                {
                    findings.Add(RestoreFindingKind.ErasureUncertain, IdOf(each.Stream));
                }
                else
                {
                    again.Add(await OrderAgainAsync(each.Stream, each.Person, cancellationToken).ConfigureAwait(false));
                }
            }
        }

        return again;
    }

    // What is remembered of the person, as a hold, is about the ref of the order: where nothing was recorded about another one since, the person gets it back.
    private async ValueTask<HashSet<StreamId>> LinkAgainAsync(List<FoundErasure> some, CancellationToken cancellationToken)
    {
        var known = (await surroundings.Subjects.FindBySubjectAsync([.. some.Select(each => each.Person)], cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Subject, link => link.Ref);
        var unused = new List<SubjectId>();
        foreach (var each in some)
        {
            if (known.TryGetValue(each.Person, out var other) && other != each.Stream.Subject
                && (await surroundings.Store.QueryHeadsAsync(new HeadQuery(HeadFilter.About(other)) { Limit = 1 }, cancellationToken).ConfigureAwait(false)).IsEmpty)
            {
                unused.Add(each.Person);
            }
        }

        if (unused.Count > 0)
        {
            await surroundings.Subjects.UnlinkAsync(unused.ToValueList(), cancellationToken).ConfigureAwait(false);
        }

        var links = some.Select(each => new SubjectLink(each.Person, each.Stream.Subject, surroundings.Now)).ToValueList();
        var standing = (await surroundings.Subjects.RelinkAsync(links, cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Subject, link => link.Ref);
        return [.. some.Where(each => standing.TryGetValue(each.Person, out var now) && now == each.Stream.Subject).Select(each => each.Stream)];
    }

    // Something was recorded about the person under another ref since, so the order is given once more, with the day and the author of the first.
    private async ValueTask<StreamId> OrderAgainAsync(StreamId stream, SubjectId person, CancellationToken cancellationToken)
    {
        var entry = await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).LastAsync(entry => entry.Type == ErasureEntries.Ordered.Type, cancellationToken).ConfigureAwait(false);
        var order = ErasureEntries.Ordered.Read(entry).Facts;
        var subject = await surroundings.Subjects.LinkOneAsync(person, surroundings.Now, cancellationToken).ConfigureAwait(false);
        var again = ErasureOrder.StreamOf(subject, IdOf(stream).Derive("erasure repeated by its tag"));
        var states = surroundings.Places.Of(new Retention.ErasureScope([person], order.On))
            .Where(place => place.IsAutomatic)
            .Select(place => new ErasurePlaceState { Kind = place.Kind, Key = place.Key }).ToValueList();
        var draft = ErasureEntries.Ordered.Draft(order with { Request = null, Places = states });
        await surroundings.Streams.AppendAsync<ErasureOrder>(again, person, state => state.Status is ErasureOrderStatus.Unknown ? [draft] : [], cancellationToken).ConfigureAwait(false);
        return again;
    }
}
