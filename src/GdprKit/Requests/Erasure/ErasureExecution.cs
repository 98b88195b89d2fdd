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

    // Once for all orders: while a file is written anew, nobody else writes there.
    private readonly SortedSet<string> _toCompact = new(StringComparer.Ordinal);

    private LocalDate Today => _retention.Today;

    /// <summary>Asks every place of an order that is due, and completes the order when nothing is left.</summary>
    /// <exception cref="ErasureEndedException">The order was taken back meanwhile; nothing has gone since.</exception>
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

        var person = await FindPersonAsync(stream, cancellationToken).ConfigureAwait(false);
        foreach (var place in order.Places.Where(place => !place.IsByHand && place.NextAt <= surroundings.Now))
        {
            await RenewAsync(cancellationToken).ConfigureAwait(false);
            await AskAsync(stream, place, person is null ? null : new ErasureScope([person], order.On), cancellationToken).ConfigureAwait(false);
        }

        await CompleteAsync(stream, person, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what is left of the rows that went in places that nobody reads. They are in no row any more; that it could not be done now is told, and is no reason to do the rest again.</summary>
    public async ValueTask CompactAsync(CancellationToken cancellationToken)
    {
        foreach (var store in surroundings.Compacts ? _toCompact : [])
        {
            try
            {
                await RenewAsync(cancellationToken).ConfigureAwait(false);
                await ((IPersonalDataDisposer)_retention.Store(store)).CompactAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (StoreAnswers.IsOfStore(exception, cancellationToken))
            {
                if (surroundings.Logger is { } logger)
                {
                    NotCompacted(logger, exception, RequestMessages.ErasureNotCompacted, store);
                }
            }
        }
    }

    private async ValueTask CompleteAsync(StreamId stream, SubjectId? person, CancellationToken cancellationToken)
    {
        if (!(await LoadAsync(stream, cancellationToken).ConfigureAwait(false)).CanComplete)
        {
            return;
        }

        // A link that is gone was removed here before, and only that was not recorded any more.
        if (person is not null)
        {
            // Whoever asks something else is still to be found, and answered.
            if (await AsksSomethingElseAsync(stream.Subject, cancellationToken).ConfigureAwait(false))
            {
                return;
            }

            // What somebody wrote about the person would lead to the person again.
            await surroundings.Store.ForgetDetailsAsync(HeadFilter.About(stream.Subject), cancellationToken).ConfigureAwait(false);
            await surroundings.Subjects.UnlinkAsync([person], cancellationToken).ConfigureAwait(false);
        }

        await AppendAsync(stream, state => state.CanComplete ? [ErasureEntries.Completed.Draft(new ErasureStep(Today, null))] : [], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> AsksSomethingElseAsync(SubjectRef subject, CancellationToken cancellationToken)
    {
        var others = HeadFilter.Of(RightsRequest.Fold.Kind) with { Subject = subject, Statuses = RequestStates.Open };
        return await surroundings.Store.QueryHeadsAsync(new HeadQuery(others) { Limit = 1 }, cancellationToken).ConfigureAwait(false) is [_, ..];
    }

    private async ValueTask<SubjectId?> FindPersonAsync(StreamId stream, CancellationToken cancellationToken) =>
        await surroundings.Subjects.FindByRefAsync([stream.Subject], cancellationToken).ConfigureAwait(false) is [{ Subject: var person }] ? person : null;

    private async ValueTask AskAsync(StreamId stream, ErasurePlaceState place, ErasureScope? erasure, CancellationToken cancellationToken)
    {
        if (!(await LoadAsync(stream, cancellationToken).ConfigureAwait(false)).IsUnderWay)
        {
            throw new ErasureEndedException();
        }

        try
        {
            var draft = erasure is null ? throw new InvalidOperationException("Nothing leads to the person any more.")
                : place.Kind is ErasurePlaceKind.Store ? await EraseFromStoreAsync(stream, place, erasure, cancellationToken).ConfigureAwait(false)
                : await EraseFromTargetAsync(stream, place, erasure, cancellationToken).ConfigureAwait(false);
            await AppendAsync(stream, state => state.IsUnderWay ? [draft] : [], cancellationToken).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // Whatever keeps one place from answering keeps no other from it.
        catch (Exception exception) when (exception is not (LedgerException or ErasureEndedException or OperationCanceledException) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
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

            if (gone > 0)
            {
                _toCompact.Add(name);
            }

            rest = await ErasurePlanning.ReadAsync(_retention, erasure, name, cancellationToken).ConfigureAwait(false);
        }
        while (gone > 0 && IsLeftOver(rest) && ++passes < MostPasses);

        return AnswerOf(place, rest);
    }

    // What is left although nothing stands against it waits for rows that refer to it and are protected.
    private EntryDraft AnswerOf(ErasurePlaceState place, ErasurePlan? rest)
    {
        var stays = rest is not null && (rest.HasRest || IsLeftOver(rest));
        return ErasureEntries.PlaceAnswered.Draft(new ErasurePlaceAnswered(
            place.Kind, place.Key, Today, stays ? ErasurePlaceAnswer.Waiting : ErasurePlaceAnswer.Done, null, 0, rest?.NextDay, stays ? NextLookAt(rest!) : null, rest?.Kept ?? []));
    }

    private static bool IsLeftOver(ErasurePlan rest) => rest.RowsNow > 0 || rest.ValuesNow > 0;

    private async ValueTask<long> DisposeAsync(
        StreamId stream, ErasurePlaceState place, IPersonalDataDisposer disposer, ValueList<RowDisposal> together, CancellationToken cancellationToken)
    {
        await RenewAsync(cancellationToken).ConfigureAwait(false);
        var isRecorded = false;
        var rows = await disposer.DisposeOfAsync(
            together,
            (changed, ledger, token) =>
            {
                isRecorded = true;
                return RecordAsync(changed, ledger, state => state.IsUnderWay, token);
            },
            cancellationToken).ConfigureAwait(false);
        if (!isRecorded)
        {
            // What went is gone, whatever became of the order meanwhile.
            await RecordAsync(rows, surroundings.Store, _ => true, cancellationToken).ConfigureAwait(false);
        }

        return rows.Sum();

        async ValueTask RecordAsync(ValueList<long> changed, ILedgerStore ledger, Func<ErasureOrder, bool> applies, CancellationToken token)
        {
            var (deleted, emptied) = (Sum(changed, disposal => disposal.Change is RowChange.Delete), Sum(changed, disposal => disposal.Change is not RowChange.Delete));
            if (deleted + emptied > 0)
            {
                var categories = together.Zip(changed).Where(each => each.Second > 0).SelectMany(each => CategoriesOf(each.First)).Distinct().Order().ToValueList();
                var draft = ErasureEntries.RowsGone.Draft(new ErasureRowsGone(place.Key, deleted, emptied, categories));
                await new LedgerStreams(ledger, surroundings.Clock).AppendAsync([StreamChange.To<ErasureOrder>(stream, null, state => applies(state) ? [draft] : throw new ErasureEndedException())], lease.Fence, token).ConfigureAwait(false);
            }
        }

        long Sum(ValueList<long> changed, Func<RowDisposal, bool> which) => together.Zip(changed).Where(each => which(each.First)).Sum(each => each.Second);
    }

    private static IEnumerable<Key<DataCategory>> CategoriesOf(RowDisposal disposal) => disposal.Entity.Fields
        .Where(field => disposal.Change is not RowChange.Empty empty || empty.Takes(field.Property.Path))
        .Select(field => field.Category);

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

    // One that was ended can have been ordered again: the last time counts.
    private async ValueTask<EntryId> OrderOfAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).LastAsync(entry => entry.Type == ErasureEntries.Ordered.Type, cancellationToken).ConfigureAwait(false)).Id;

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

    [LoggerMessage(6022, LogLevel.Warning, "{Id}: what an erasure removed from {Store} can still lie in free parts of its file, because those could not be removed now.")]
    private static partial void NotCompacted(ILogger logger, Exception exception, string id, string store);
}
