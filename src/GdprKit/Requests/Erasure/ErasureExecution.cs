using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>Carries out an order, as far as it goes now.</summary>
internal sealed partial class ErasureExecution(ErasureSurroundings surroundings, LedgerSequencer? mirror, Lease lease)
{
    /// <summary>For how long an instance that says nothing counts as being at it.</summary>
    public static readonly Duration Held = Duration.FromMinutes(10);

    private static readonly Duration FirstPause = Duration.FromMinutes(1);

    private static readonly Duration LongestPause = Duration.FromHours(6);

    // Rows that refer to each other go from the leaves inwards, one layer in a pass.
    private const int MostPasses = 100;

    private readonly DataRetention _retention = surroundings.Retention;

    private LocalDate Today => _retention.Today;

    public async ValueTask DoAsync(StreamId stream, CancellationToken cancellationToken)
    {
        var order = await LoadAsync(stream, cancellationToken).ConfigureAwait(false);
        if (!order.IsUnderWay)
        {
            return;
        }

        if (mirror is not null)
        {
            await mirror.EnsureMirroredAsync([await OrderOfAsync(stream, cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false);
        }

        // A link that is gone was removed last, and only that was not recorded any more.
        if (await surroundings.Subjects.FindByRefAsync([stream.Subject], cancellationToken).ConfigureAwait(false) is [{ Subject: var person }])
        {
            foreach (var place in order.Places.Where(place => !place.IsByHand && place.NextAt <= surroundings.Now))
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
                await AskAsync(stream, place, new ErasureScope(person, order.On), cancellationToken).ConfigureAwait(false);
            }

            if (!(await LoadAsync(stream, cancellationToken).ConfigureAwait(false)).CanComplete)
            {
                return;
            }

            // Whoever asks something else is still to be found, and answered.
            var others = HeadFilter.Of(RightsRequest.Fold.Kind) with { Subject = stream.Subject, Statuses = RequestStates.Open };
            if (await surroundings.Store.QueryHeadsAsync(new HeadQuery(others) { Limit = 1 }, cancellationToken).ConfigureAwait(false) is [_, ..])
            {
                return;
            }

            // What somebody wrote about the person would lead to the person again.
            await surroundings.Store.ForgetDetailsAsync(HeadFilter.About(stream.Subject), cancellationToken).ConfigureAwait(false);
            await surroundings.Subjects.UnlinkAsync([person], cancellationToken).ConfigureAwait(false);
        }

        await AppendAsync(stream, state => state.IsUnderWay ? [ErasureEntries.Completed.Draft(new ErasureStep(Today, null))] : [], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask AskAsync(StreamId stream, ErasurePlaceState place, ErasureScope erasure, CancellationToken cancellationToken)
    {
        try
        {
            var draft = place.Kind is ErasurePlaceKind.Store
                ? await EraseFromStoreAsync(stream, place, erasure, cancellationToken).ConfigureAwait(false)
                : await EraseFromTargetAsync(stream, place, erasure, cancellationToken).ConfigureAwait(false);
            await AppendAsync(stream, state => state.IsUnderWay ? [draft] : [], cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever keeps one place from answering keeps no other from it.
        catch (Exception exception) when (exception is not (LedgerException or OperationCanceledException) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
#pragma warning restore CA1031
        {
            var next = surroundings.Now + PauseAfter(place.Failures);
            if (surroundings.Logger is { } logger)
            {
                // What a store or a target says of its failure can name the person.
                Failed(logger, RequestMessages.ErasurePlaceFailed, place.Key.ToString(), place.Failures + 1, next, exception.GetType().Name);
            }

            await AppendAsync(
                stream, state => state.IsUnderWay ? [ErasureEntries.PlacePostponed.Draft(new ErasurePlacePostponed(place.Kind, place.Key, Failed: true, next))] : [], cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<EntryDraft> EraseFromStoreAsync(StreamId stream, ErasurePlaceState place, ErasureScope erasure, CancellationToken cancellationToken)
    {
        var name = surroundings.Places.Store(place.Key) ?? throw new InvalidOperationException($"There is no store '{place.Key}' any more.");
        var plan = surroundings.Places.PlanOf(erasure);
        var disposer = (IPersonalDataDisposer)_retention.Store(name);
        ErasurePlan rest;
        long gone;
        var passes = 0;
        do
        {
            gone = 0;
            foreach (var together in plan.TransactionsOf(name))
            {
                gone += await DisposeAsync(stream, place, disposer, together, cancellationToken).ConfigureAwait(false);
            }

            rest = await ReadRestAsync(name, erasure, cancellationToken).ConfigureAwait(false);
        }
        while (gone > 0 && IsLeftOver(rest) && ++passes < MostPasses);

        // What is left although nothing stands against it waits for rows that refer to it and are protected.
        var stays = rest.HasRest || IsLeftOver(rest);
        return ErasureEntries.PlaceAnswered.Draft(new ErasurePlaceAnswered(
            place.Kind, place.Key, Today, stays ? ErasurePlaceAnswer.Waiting : ErasurePlaceAnswer.Done, null, 0, rest.NextDay, stays ? NextLookAt(rest) : null));
    }

    private static bool IsLeftOver(ErasurePlan rest) => rest.RowsNow > 0 || rest.ValuesNow > 0;

    private async ValueTask<long> DisposeAsync(
        StreamId stream, ErasurePlaceState place, IPersonalDataDisposer disposer, ValueList<RowDisposal> together, CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        var isRecorded = false;
        var rows = await disposer.DisposeOfAsync(together, RecordAsync, cancellationToken).ConfigureAwait(false);
        if (!isRecorded)
        {
            await RecordAsync(rows, surroundings.Store, cancellationToken).ConfigureAwait(false);
        }

        return rows.Sum();

        async ValueTask RecordAsync(ValueList<long> changed, ILedgerStore ledger, CancellationToken token)
        {
            isRecorded = true;
            var (deleted, emptied) = (Sum(changed, disposal => disposal.Change is RowChange.Delete), Sum(changed, disposal => disposal.Change is not RowChange.Delete));
            if (deleted + emptied > 0)
            {
                var categories = together.Zip(changed).Where(each => each.Second > 0).SelectMany(each => CategoriesOf(each.First)).Distinct().Order().ToValueList();
                var draft = ErasureEntries.RowsGone.Draft(new ErasureRowsGone(place.Key, deleted, emptied, categories));
                await new LedgerStreams(ledger, surroundings.Clock).AppendAsync([StreamChange.To<ErasureOrder>(stream, null, _ => [draft])], lease.Fence, token).ConfigureAwait(false);
            }
        }

        long Sum(ValueList<long> changed, Func<RowDisposal, bool> which) => together.Zip(changed).Where(each => which(each.First)).Sum(each => each.Second);
    }

    private static IEnumerable<Key<DataCategory>> CategoriesOf(RowDisposal disposal) => disposal.Entity.Fields
        .Where(field => disposal.Change is not RowChange.Empty empty || empty.Takes(field.Property.Path))
        .Select(field => field.Category);

    private async ValueTask<ErasurePlan> ReadRestAsync(string store, ErasureScope erasure, CancellationToken cancellationToken)
    {
        var planning = new ErasurePlanning(erasure, Today);
        await foreach (var (entity, row) in _retention.ReadErasureAsync(erasure, store, cancellationToken).ConfigureAwait(false))
        {
            planning.Add(entity, row);
        }

        return new ErasurePlan { Day = Today, Kind = erasure.Person.Kind, Entities = planning.Sum(), Undeclared = [], Places = [] };
    }

    private async ValueTask<EntryDraft> EraseFromTargetAsync(StreamId stream, ErasurePlaceState place, ErasureScope erasure, CancellationToken cancellationToken)
    {
        var target = surroundings.Places.Target(place.Key) ?? throw new InvalidOperationException($"There is no target '{place.Key}' any more.");
        return await target.EraseAsync(erasure.Person, EntryId.Parse(stream.Key.ToString()), cancellationToken).ConfigureAwait(false) switch
        {
            ErasureAnswer.Erased erased => Answered(ErasurePlaceAnswer.Done, erased.Items, null),
            ErasureAnswer.Stays stays => Answered(ErasurePlaceAnswer.Waiting, stays.Items, stays.ErasableFrom),
            ErasureAnswer.NotYet later => ErasureEntries.PlacePostponed.Draft(
                new ErasurePlacePostponed(place.Kind, place.Key, Failed: false, surroundings.Now + Duration.Max(FirstPause, later.AskAgainAfter))),
            _ => throw new InvalidOperationException($"The target '{place.Key}' gave no answer."),
        };

        EntryDraft Answered(ErasurePlaceAnswer answer, long items, LocalDate? from) => ErasureEntries.PlaceAnswered.Draft(
            new ErasurePlaceAnswered(place.Kind, place.Key, Today, answer, null, items, from, from is { } day ? StartOf(LocalDate.Max(day, Today.PlusDays(1))) : null));
    }

    // Of what stays without a day nobody knows when it may go, so it is looked at every day.
    private Instant NextLookAt(ErasurePlan rest) =>
        StartOf(rest.NextDay is { } day && !rest.HasRestWithoutDay && !IsLeftOver(rest) ? LocalDate.Max(day, Today.PlusDays(1)) : Today.PlusDays(1));

    private Instant StartOf(LocalDate day) => LedgerTime.Floor(_retention.Plan.Register.Controller.TimeZone.AtStartOfDay(day).ToInstant());

    private static Duration PauseAfter(int failures) => Duration.Min(LongestPause, FirstPause * (1L << Math.Min(failures, 20)));

    private async ValueTask<EntryId> OrderOfAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).FirstAsync(cancellationToken).ConfigureAwait(false)).Id;

    private async ValueTask<ErasureOrder> LoadAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await surroundings.Streams.LoadAsync<ErasureOrder>(stream, cancellationToken).ConfigureAwait(false)).RequireState();

    private ValueTask AppendAsync(StreamId stream, Func<ErasureOrder, ValueList<EntryDraft>> decide, CancellationToken cancellationToken) =>
        surroundings.Streams.AppendAsync([StreamChange.To(stream, null, decide)], lease.Fence, cancellationToken);

    private async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        if (await surroundings.Store.LeaseAsync(LeaseRequest.Renew(lease, surroundings.Now, Held), cancellationToken).ConfigureAwait(false) is null)
        {
            throw LedgerRefusals.LeaseLost();
        }
    }

    [LoggerMessage(6020, LogLevel.Warning, "{Id}: {Place} did not answer an erasure, {Failures} times in a row; it is asked again at {Next} ({Fault}).")]
    private static partial void Failed(ILogger logger, string id, string place, int failures, Instant next, string fault);
}
