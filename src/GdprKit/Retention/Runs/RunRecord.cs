using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Writes down what becomes of a run, under the lease by which one instance does it.</summary>
internal sealed class RunRecord
{
    private const int SlowestRowsPerSecond = 500;

    private readonly ILedgerStore _store;
    private readonly RunSurroundings _surroundings;
    private readonly LedgerStreams _streams;
    private readonly Lease? _lease;
    private readonly EntryId _run;

    public RunRecord(ILedgerStore store, RunSurroundings surroundings)
        : this(store, surroundings, null, default)
    {
    }

    private RunRecord(ILedgerStore store, RunSurroundings surroundings, Lease? lease, EntryId run)
    {
        (_store, _surroundings, _lease, _run) = (store, surroundings, lease, run);
        _streams = new LedgerStreams(store, surroundings.Clock);
    }

    private StreamId Stream => RetentionRun.StreamOf(_run);

    /// <summary>The same, of one run.</summary>
    public RunRecord Under(Lease lease, EntryId run) => new(_store, _surroundings, lease, run);

    /// <summary>The run that is under way or was approved; or else one that nobody confirmed in time, and that is to end.</summary>
    public async ValueTask<ListedRun?> FindAsync(CancellationToken cancellationToken)
    {
        var kind = HeadFilter.Of(RetentionRun.Fold.Kind);
        return await FindAsync(kind with { Statuses = [StreamStatus.Of(RunStatus.Running), StreamStatus.Of(RunStatus.Approved)] }, cancellationToken).ConfigureAwait(false)
            ?? await FindAsync(
                kind with { Statuses = [StreamStatus.Of(RunStatus.AwaitingConfirmation)], DueBefore = _surroundings.Clock.GetCurrentInstant() + LedgerTime.Step }, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<RetentionRun> LoadAsync(CancellationToken cancellationToken) => Require(await _streams.LoadAsync<RetentionRun>(Stream, cancellationToken).ConfigureAwait(false));

    /// <summary>The entries by which it was approved.</summary>
    public async ValueTask<ValueList<EntryId>> OrdersAsync(CancellationToken cancellationToken)
    {
        var orders = new List<EntryId>();
        await foreach (var entry in _store.ReadStreamAsync(Stream, 0, cancellationToken).ConfigureAwait(false))
        {
            if (entry.Type == RunEntries.Approved.Type || entry.Type == RunEntries.Confirmed.Type)
            {
                orders.Add(entry.Id);
            }
        }

        return orders.ToValueList();
    }

    /// <summary>Says that the work goes on, so that nobody else takes it for given up.</summary>
    /// <param name="rows">About how many rows change until it is said again.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask RenewAsync(long rows, CancellationToken cancellationToken)
    {
        var request = LeaseRequest.Renew(_lease!, _surroundings.Clock.GetCurrentInstant(), RunExecution.Held + Duration.FromSeconds(rows / SlowestRowsPerSecond));
        if (await _store.LeaseAsync(request, cancellationToken).ConfigureAwait(false) is null)
        {
            throw LedgerRefusals.LeaseLost();
        }
    }

    public ValueTask<RetentionRun> StartAsync(CancellationToken cancellationToken) =>
        AppendAsync(state => state.Status is RunStatus.Approved ? [RunEntries.Started.Draft(new RunStarted())] : [], cancellationToken);

    public ValueTask<RetentionRun> EndStepAsync(int step, RunFault? fault, CancellationToken cancellationToken) =>
        AppendAsync(state => state.IsOver || state.Steps[step].IsFinished ? [] : [RunEntries.StepEnded.Draft(new RunStepEnded(step, fault))], cancellationToken);

    public ValueTask<RetentionRun> EndAsync(RunStatus status, RunStop? reason, CancellationToken cancellationToken) =>
        AppendAsync(state => state.IsOver ? [] : [RunEntries.Ended.Draft(new RunEnded(status, reason))], cancellationToken);

    /// <summary>Writes down rows that change, in the transaction in which they do; takes it back when the run was stopped, or goes too far.</summary>
    /// <param name="rows">How many, by step; a step that is not there has none.</param>
    /// <param name="ledger">The ledger in that transaction.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ValueTask BatchAsync(ValueList<RunRows> rows, ILedgerStore ledger, CancellationToken cancellationToken) =>
        AppendAsync(new LedgerStreams(ledger, _surroundings.Clock), Decide(rows), cancellationToken);

    private async ValueTask<ListedRun?> FindAsync(HeadFilter where, CancellationToken cancellationToken) =>
        await _streams.ReadHeadsAsync(where, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } head
            ? new ListedRun(RetentionRun.IdOf(head.Stream), Require(await _streams.LoadAsync<RetentionRun>(head.Stream, head, cancellationToken).ConfigureAwait(false)))
            : null;

    private Func<RetentionRun, ValueList<EntryDraft>> Decide(ValueList<RunRows> rows) => state =>
    {
        if (state.Status is not RunStatus.Running)
        {
            throw new RunInterruptedException(null);
        }

        foreach (var (number, changed) in rows)
        {
            var step = state.Steps[number];
            if (step.Done + changed > RunLimits.MostOf(step, _surroundings.Options))
            {
                throw new RunInterruptedException(RunStop.BeyondTolerance);
            }
        }

        var some = rows.Where(each => each.Rows > 0).ToValueList();
        return some.IsEmpty ? [] : [RunEntries.Batch.Draft(new RunBatch(some))];
    };

    // Others may add to the run as well: pause it, cancel it.
    private async ValueTask<RetentionRun> AppendAsync(Func<RetentionRun, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        await AppendAsync(_streams, decide, cancellationToken).ConfigureAwait(false);
        return await LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask AppendAsync(LedgerStreams streams, Func<RetentionRun, ValueList<EntryDraft>> decide, CancellationToken cancellationToken) =>
        streams.AppendAsync([StreamChange.To(Stream, null, decide)], _lease!.Fence, cancellationToken);

    private static RetentionRun Require(StreamSnapshot<RetentionRun> snapshot) => snapshot.State ?? throw StreamReading.Newer(snapshot.Stream.Kind, snapshot.Newer!.Value);
}
