using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Writes down what becomes of a run, under the lease by which one instance does it.</summary>
internal sealed class RunRecord(ILedgerStore store, RunSurroundings surroundings, Lease lease, EntryId run)
{
    private const int SlowestRowsPerSecond = 500;

    private Instant _heldUntil = lease.ExpiresAt;

    private readonly LedgerStreams _streams = new(store, surroundings.Clock);

    private StreamId Stream => RetentionRun.StreamOf(run);

    public async ValueTask<RetentionRun> LoadAsync(CancellationToken cancellationToken) => (await _streams.LoadAsync<RetentionRun>(Stream, cancellationToken).ConfigureAwait(false)).RequireState();

    /// <summary>The entries by which it was approved.</summary>
    public async ValueTask<ValueList<EntryId>> OrdersAsync(CancellationToken cancellationToken)
    {
        var orders = new List<EntryId>();
        await foreach (var entry in store.ReadStreamAsync(Stream, 0, cancellationToken).ConfigureAwait(false))
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
        var now = surroundings.Clock.GetCurrentInstant();

        // Who goes slowly on purpose waits after the rows as well.
        var work = Duration.FromSeconds((double)rows / Math.Min(SlowestRowsPerSecond, surroundings.Options.RowsPerSecond ?? SlowestRowsPerSecond));
        if (_heldUntil >= now + work + (RunExecution.Held / 2))
        {
            return;
        }

        // Somewhat longer than the work, so that not every batch has to say it again.
        var length = Duration.Min(RunExecution.Held + (2 * work), LeaseRequest.Longest);
        var request = LeaseRequest.Renew(lease, now, length);
        if (await store.LeaseAsync(request, cancellationToken).ConfigureAwait(false) is null)
        {
            throw LedgerRefusals.LeaseLost();
        }

        _heldUntil = now + length;
    }

    public ValueTask<RetentionRun> StartAsync(CancellationToken cancellationToken) =>
        AppendAsync(state => state.Status is RunStatus.Approved ? [RunEntries.Started.Draft(new RunStarted())] : [], cancellationToken);

    public ValueTask<RetentionRun> EndStepAsync(int step, RunFault? fault, CancellationToken cancellationToken) =>
        AppendAsync(state => state.IsOver || state.Steps[step].IsFinished ? [] : [RunEntries.StepEnded.Draft(new RunStepEnded(step, fault))], cancellationToken);

    public ValueTask<RetentionRun> EndAsync(RunStatus status, RunStop? reason, CancellationToken cancellationToken) =>
        AppendAsync(state => state.IsOver ? [] : [RunEntries.Ended.Draft(new RunEnded(status, reason))], cancellationToken);

    /// <summary>Writes down rows that change, in the transaction in which they do; takes it back when the run was stopped, or goes too far.</summary>
    /// <param name="rows">How many, by step; of a step that is not there none, and then nothing is written.</param>
    /// <param name="ledger">The ledger in that transaction.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public ValueTask BatchAsync(ValueList<RunRows> rows, ILedgerStore ledger, CancellationToken cancellationToken) =>
        AppendAsync(new LedgerStreams(ledger, surroundings.Clock), Decide(rows), cancellationToken);

    private Func<RetentionRun, ValueList<EntryDraft>> Decide(ValueList<RunRows> rows) => state =>
    {
        if (state.Status is not RunStatus.Running)
        {
            throw new RunInterruptedException(null);
        }

        foreach (var (number, changed) in rows)
        {
            var step = state.Steps[number];
            if (step.Done + changed > RunLimits.MostOf(step, surroundings.Options))
            {
                throw new RunInterruptedException(RunStop.BeyondTolerance);
            }
        }

        return rows.IsEmpty ? [] : [RunEntries.Batch.Draft(new RunBatch(rows))];
    };

    // Others may add to the run as well: pause it, cancel it.
    private async ValueTask<RetentionRun> AppendAsync(Func<RetentionRun, ValueList<EntryDraft>> decide, CancellationToken cancellationToken)
    {
        await AppendAsync(_streams, decide, cancellationToken).ConfigureAwait(false);
        return await LoadAsync(cancellationToken).ConfigureAwait(false);
    }

    private ValueTask AppendAsync(LedgerStreams streams, Func<RetentionRun, ValueList<EntryDraft>> decide, CancellationToken cancellationToken) =>
        streams.AppendAsync([StreamChange.To(Stream, null, decide)], lease.Fence, cancellationToken);
}
