namespace GdprKit.Retention;

/// <summary>Does a step of a run in transactions, at the pace that was set.</summary>
internal sealed class RunBatches(RunRecord record, RunSurroundings surroundings, RetentionRun run, int step, RunPlan plan, IPersonalDataDisposer disposer)
{
    /// <summary>Does it in one transaction, with its record.</summary>
    /// <param name="disposals">What is to be done.</param>
    /// <param name="rows">About how many rows change.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async ValueTask DoAsync(ValueList<RowDisposal> disposals, long rows, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await record.RenewAsync(rows, cancellationToken).ConfigureAwait(false);
        if ((await record.LoadAsync(cancellationToken).ConfigureAwait(false)).Status is not RunStatus.Running)
        {
            throw new RunInterruptedException(null);
        }

        if (surroundings.Guard is { } guard)
        {
            await guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        }

        var begun = surroundings.Time.GetTimestamp();
        var gone = await disposer.DisposeOfAsync(disposals, (changed, ledger, token) => record.BatchAsync(ByStep(disposals, changed), ledger, token), cancellationToken).ConfigureAwait(false);
        if (surroundings.Options.RowsPerSecond is { } most && TimeSpan.FromSeconds((double)gone.Sum() / most) - surroundings.Time.GetElapsedTime(begun) is var rest && rest > TimeSpan.Zero)
        {
            await Task.Delay(rest, surroundings.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    private ValueList<RunRows> ByStep(ValueList<RowDisposal> disposals, ValueList<long> rows) => disposals.Zip(rows)
        .Where(each => each.Second > 0)
        .Select(each => new RunRows(NumberOf(each.First), each.Second))
        .GroupBy(each => each.Step)
        .Select(same => new RunRows(same.Key, same.Sum(each => each.Rows)))
        .ToValueList();

    // Before the rows of the step those go that go along with them. Of an entity of which nothing was approved nothing goes.
    private int NumberOf(RowDisposal disposal)
    {
        var part = disposal.Change is not RowChange.Delete ? run.Steps[step].Part : plan.Deleting(disposal.Entity).Digest;
        var number = run.Steps.ToList().FindIndex(each => each.Part == part);
        return number >= 0 ? number : throw new RunInterruptedException(RunStop.BeyondTolerance);
    }
}
