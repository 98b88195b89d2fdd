using GdprKit.Ledger;
using GdprKit.Retention;

namespace GdprKit.Requests;

/// <content>
/// Many erasures that were ordered on one day go together, by the statements by which each would go alone. Whoever has anything particular about them is done alone: who is protected, whose rows are
/// somebody else's as well, of whom another number of rows went than was read.
/// </content>
internal sealed partial class ErasureExecution
{
    /// <summary>How many orders are tried together: of more the statements would be too long.</summary>
    public const int OrdersAtOnce = 100;

    /// <summary>Does together what can be done together of orders that are due.</summary>
    /// <param name="streams">The orders.</param>
    /// <param name="cancellationToken">Ends the work between two transactions, or in one, which is taken back then.</param>
    /// <returns>The orders for which there is nothing left to do now; the others are to be done alone.</returns>
    public async ValueTask<HashSet<StreamId>> DoTogetherAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        var done = new HashSet<StreamId>();
        if (streams.Count < 2)
        {
            return done;
        }

        try
        {
            var due = await FindTogetherAsync(streams, cancellationToken).ConfigureAwait(false);
            foreach (var alike in due.GroupBy(each => (each.Place.Key, each.Person.Kind, each.Order.On)))
            {
                var some = alike.DistinctBy(each => each.Person).ToList();
                if (some.Count > 1)
                {
                    done.UnionWith(await EraseTogetherAsync(some, cancellationToken).ConfigureAwait(false));
                }
            }
        }
#pragma warning disable CA1031 // Whatever keeps them from going together, each finds out for itself what it means.
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
        }

        return done;
    }

    private async ValueTask<List<DueTogether>> FindTogetherAsync(ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        var found = new List<(StreamId Stream, ErasureOrder Order, ErasurePlaceState Place, bool IsOnly)>();
        foreach (var snapshot in await surroundings.Streams.LoadAsync<ErasureOrder>(streams, cancellationToken).ConfigureAwait(false))
        {
            if (snapshot.State is { IsUnderWay: true } order
                && order.Places.Where(place => !place.IsByHand && place.NextAt <= surroundings.Now).ToList() is var places
                && places.Where(place => place.Kind is ErasurePlaceKind.Store).ToList() is [var store])
            {
                found.Add((snapshot.Stream, order, store, places.Count == 1));
            }
        }

        if (found.Count < 2 || await IsAnybodyProtectedAsync(cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        if (mirror is not null)
        {
            var orders = new List<EntryId>();
            foreach (var (stream, _, _, _) in found)
            {
                orders.Add(await OrderOfAsync(stream, cancellationToken).ConfigureAwait(false));
            }

            await mirror.EnsureMirroredAsync(orders.ToValueList(), cancellationToken).ConfigureAwait(false);
        }

        var people = (await surroundings.Subjects.FindByRefAsync([.. found.Select(each => each.Stream.Subject).Distinct()], cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Ref, link => link.Subject);
        var due = new List<DueTogether>();
        foreach (var (stream, order, place, isOnly) in found)
        {
            if (people.TryGetValue(stream.Subject, out var person) && !await surroundings.IsProtectedAsync(stream.Subject, cancellationToken).ConfigureAwait(false))
            {
                due.Add(new DueTogether(stream, order, place, person, isOnly));
            }
        }

        return due;
    }

    // Of what is about nobody in particular only the statement knows whose rows it keeps.
    private async ValueTask<bool> IsAnybodyProtectedAsync(CancellationToken cancellationToken)
    {
        foreach (var shielding in surroundings.Places.Shield.Streams)
        {
            if (await surroundings.Streams.ReadHeadsAsync(HeadFilter.Of(shielding.Kind) with { Subject = SubjectRef.None }, cancellationToken)
                .AnyAsync(shielding.IsShielding, cancellationToken).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
    }

    private async ValueTask<IEnumerable<StreamId>> EraseTogetherAsync(List<DueTogether> some, CancellationToken cancellationToken)
    {
        var (place, on) = (some[0].Place, some[0].Order.On);
        var erasure = new ErasureScope([.. some.Select(each => each.Person)], on);
        if (surroundings.Places.Store(place.Key) is not { } name
            || _retention.Store(name) is not IPersonalDataDisposer disposer
            || !_retention.IsBesideLedger(name, erasure.Kind)
            || surroundings.Places.PlanOf(erasure).TransactionsOf(name).Take(2).ToList() is not [var together]
            || await ErasureForecast.ReadAsync(_retention, erasure, name, cancellationToken).ConfigureAwait(false) is not { } forecast)
        {
            return [];
        }

        await RenewAsync(cancellationToken).ConfigureAwait(false);
        if (forecast.IsAnything)
        {
            await disposer.DisposeOfAsync(together, RecordAsync, cancellationToken).ConfigureAwait(false);
            _toCompact.Add(name);
        }

        var answers = new List<(DueTogether Due, EntryDraft Draft)>();
        foreach (var each in some)
        {
            var rest = forecast.Of(each.Person).HasRest ? await ErasurePlanning.ReadAsync(_retention, new ErasureScope([each.Person], on), name, cancellationToken).ConfigureAwait(false) : null;
            if (rest is null || !IsLeftOver(rest))
            {
                answers.Add((each, AnswerOf(each.Place, rest)));
            }
        }

        await surroundings.Streams.AppendAsync(
            [.. answers.Select(answer => StreamChange.To<ErasureOrder>(answer.Due.Stream, null, state => state.IsUnderWay ? [answer.Draft] : []))], lease.Fence, cancellationToken).ConfigureAwait(false);
        var answered = answers.Select(answer => answer.Due).Where(due => due.IsOnly).ToList();
        await CompleteTogetherAsync(answered, cancellationToken).ConfigureAwait(false);
        return answered.Select(due => due.Stream);

        // What went is told of each by what was read of it, so it must be as much; else everything stays, and each is done alone.
        async ValueTask RecordAsync(ValueList<long> changed, ILedgerStore ledger, CancellationToken token)
        {
            if (!forecast.IsWhatWent(together, changed))
            {
                throw new InvalidOperationException("Another number of rows would go than was read.");
            }

            var gone = some.Where(each => forecast.Of(each.Person) is { Deleted: > 0 } or { Emptied: > 0 }).Select(each =>
            {
                var share = forecast.Of(each.Person);
                var draft = ErasureEntries.RowsGone.Draft(new ErasureRowsGone(place.Key, share.Deleted, share.Emptied, share.Categories.ToValueList()));
                return StreamChange.To<ErasureOrder>(each.Stream, null, state => state.IsUnderWay ? [draft] : throw new ErasureEndedException());
            });
            await new LedgerStreams(ledger, surroundings.Clock).AppendAsync(gone.ToValueList(), lease.Fence, token).ConfigureAwait(false);
        }
    }

    private async ValueTask CompleteTogetherAsync(List<DueTogether> answered, CancellationToken cancellationToken)
    {
        var orders = await surroundings.Streams.LoadAsync<ErasureOrder>([.. answered.Select(due => due.Stream)], cancellationToken).ConfigureAwait(false);
        var completing = new List<DueTogether>();
        foreach (var (due, order) in answered.Zip(orders))
        {
            if (order.State is { CanComplete: true } && !await AsksSomethingElseAsync(due.Stream.Subject, cancellationToken).ConfigureAwait(false))
            {
                await surroundings.Store.ForgetDetailsAsync(HeadFilter.About(due.Stream.Subject), cancellationToken).ConfigureAwait(false);
                completing.Add(due);
            }
        }

        if (completing.Count > 0)
        {
            await surroundings.Subjects.UnlinkAsync([.. completing.Select(due => due.Person)], cancellationToken).ConfigureAwait(false);
            await surroundings.Streams.AppendAsync(
                [.. completing.Select(due => StreamChange.To<ErasureOrder>(due.Stream, null, state => state.CanComplete ? [ErasureEntries.Completed.Draft(new ErasureStep(Today, null))] : []))], lease.Fence, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>An order of which a store is to be asked.</summary>
    private sealed record DueTogether(StreamId Stream, ErasureOrder Order, ErasurePlaceState Place, SubjectId Person, bool IsOnly);
}
