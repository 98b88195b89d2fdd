using System.Runtime.ExceptionServices;
using GdprKit.Ledger;
using GdprKit.Mapping;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Does a run, or the rest of it.</summary>
internal sealed partial class RunExecution(RunRecord record, RunSurroundings surroundings)
{
    /// <summary>For how long an instance that says nothing counts as being at it.</summary>
    public static readonly Duration Held = Duration.FromMinutes(2);

    private const int MostTries = 3;

    // What is held or kept in one range need not be so in the next; where this many fail, the store does.
    private const int MostFailures = 3;

    // A range has no more rows of the table than this, however few of them are due.
    private const long LargestRange = 5_000_000;

    private readonly DataRetention _retention = surroundings.Retention;

    private readonly Dictionary<int, long> _counted = [];

    public async ValueTask<RetentionRun> RunAsync(RetentionRun run, CancellationToken cancellationToken)
    {
        var plan = new RunPlan(_retention.Map, _retention.On(run.Day), surroundings.Folds);
        if (await WhyNotAsync(run, plan, cancellationToken).ConfigureAwait(false) is { } why)
        {
            return await StopAsync(why, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            run = await record.StartAsync(cancellationToken).ConfigureAwait(false);
            foreach (var number in InOrder(run, plan).Where(number => plan.Find(run.Steps[number]) is { } part && plan.GoesFirst(part)))
            {
                // What could not go now is told when it is tried again in its place; until then what it is judged by stays as well.
                _ = await DoAsync(run, number, plan, plan.Stays, cancellationToken).ConfigureAwait(false);
            }

            foreach (var number in InOrder(run, plan))
            {
                var fault = await DoAsync(run, number, plan, static _ => RowCondition.Always, cancellationToken).ConfigureAwait(false);
                run = await record.EndStepAsync(number, fault, cancellationToken).ConfigureAwait(false);
            }

            await CompactAsync(run, plan, cancellationToken).ConfigureAwait(false);
            return await record.EndAsync(run.Steps.Any(step => step.Fault is not null) ? RunStatus.Incomplete : RunStatus.Completed, null, cancellationToken).ConfigureAwait(false);
        }
        catch (RunInterruptedException interrupted)
        {
            return interrupted.Reason is { } reason
                ? await StopAsync(reason, cancellationToken).ConfigureAwait(false)
                : await record.LoadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    // What is left is in no row any more; that it could not be removed now is told, and is no reason to do the rest again.
    private async ValueTask CompactAsync(RetentionRun run, RunPlan plan, CancellationToken cancellationToken)
    {
        if (!surroundings.Options.CompactsAfterwards)
        {
            return;
        }

        foreach (var name in run.Steps.Where(step => step.Done > 0).Select(plan.Find).OfType<RunPart>().Select(part => part.Entity.Store).Distinct(StringComparer.Ordinal))
        {
            try
            {
                await record.RenewAsync(run.Done, cancellationToken).ConfigureAwait(false);
                await ((IPersonalDataDisposer)_retention.Store(name)).CompactAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (StoreAnswers.IsOfStore(exception, cancellationToken))
            {
                if (surroundings.Logger is { } logger)
                {
                    NotCompacted(logger, exception, RunMessages.NotCompacted, name);
                }
            }
        }
    }

    private async ValueTask<RetentionRun> StopAsync(RunStop reason, CancellationToken cancellationToken)
    {
        if (surroundings.Logger is { } logger)
        {
            Stopped(logger, RunMessages.Stopped, reason);
        }

        return await record.EndAsync(RunStatus.Stopped, reason, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why the run must not go on: other rules, an earlier day, or more rows than were approved.</summary>
    private async ValueTask<RunStop?> WhyNotAsync(RetentionRun run, RunPlan plan, CancellationToken cancellationToken)
    {
        if (run.Register != _retention.Plan.Register.Hash)
        {
            return RunStop.RulesChanged;
        }

        if (_retention.Today < run.Day)
        {
            return RunStop.DayAhead;
        }

        if (run.Status is not RunStatus.Approved)
        {
            return null;
        }

        for (var number = 0; number < run.Steps.Count; number++)
        {
            if (plan.Find(run.Steps[number]) is { } part)
            {
                var counted = (await _retention.CountAsync(part.Entity, plan.Counted(part), [], cancellationToken).ConfigureAwait(false))[0];
                if (counted > RunLimits.MostOf(run.Steps[number], surroundings.Options))
                {
                    return RunStop.BeyondTolerance;
                }

                _counted[number] = counted;
            }
        }

        return null;
    }

    // What was counted before the first row went holds for the first step; afterwards others may have taken rows along. Where nothing is left, no transaction is begun.
    private async ValueTask<long> CountAsync(int number, RunPart part, RowCondition rows, CancellationToken cancellationToken)
    {
        var known = _counted.TryGetValue(number, out var counted);
        _counted.Clear();
        return known ? counted : (await _retention.CountAsync(part.Entity, rows, [], cancellationToken).ConfigureAwait(false))[0];
    }

    private static IEnumerable<int> InOrder(RetentionRun run, RunPlan plan) => Enumerable.Range(0, run.Steps.Count)
        .Where(number => !run.Steps[number].IsFinished)
        .OrderBy(number => plan.Find(run.Steps[number]) is { } part ? plan.TurnOf(part) : 0);

    /// <summary>Does a step, and says why not where it cannot be done.</summary>
    private async ValueTask<RunFault?> DoAsync(RetentionRun run, int number, RunPlan plan, Func<RunPart, RowCondition> among, CancellationToken cancellationToken)
    {
        var step = run.Steps[number];
        if (plan.Find(step) is not { } part)
        {
            return RunFault.PartUnknown;
        }

        if (RunPlan.GoesAlong(part))
        {
            return null;
        }

        var disposer = _retention.Store(part.Entity.Store) as IPersonalDataDisposer;
        if (WhyNotDisposable(part, plan, disposer) is { } why)
        {
            if (surroundings.Logger is { } told)
            {
                NotDisposable(told, RunMessages.NotDisposable, part.Entity.ToString(), why);
            }

            return RunFault.NotDisposable;
        }

        var batches = new RunBatches(record, surroundings, run, number, plan, disposer!);
        try
        {
            var left = await CountAsync(number, part, RowCondition.All(plan.Counted(part), among(part)), cancellationToken).ConfigureAwait(false);
            if (left > 0)
            {
                await DoAsync(part, left, within => plan.DisposalsOf(part, RowCondition.All(within, among(part))), batches, disposer!, cancellationToken).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception exception) when (IsOfStep(exception, cancellationToken))
        {
            if (surroundings.Logger is { } logger)
            {
                Failed(logger, exception, RunMessages.StepFailed, part.Entity.ToString());
            }

            return RunFault.StoreFailed;
        }
    }

    private static string? WhyNotDisposable(RunPart part, RunPlan plan, IPersonalDataDisposer? disposer) => disposer is null
        ? $"the store '{part.Entity.Store}' can only be read"
        : plan.DisposalsOf(part, RowCondition.Always).Select(disposer.WhyNotDisposable).FirstOrDefault(why => why is not null);

    private async ValueTask DoAsync(RunPart part, long left, Func<RowCondition, ValueList<RowDisposal>> disposals, RunBatches batches, IPersonalDataDisposer disposer, CancellationToken cancellationToken)
    {
        var rows = left <= surroundings.Options.BatchSize ? 0 : await RowsPerRangeAsync(part, left, cancellationToken).ConfigureAwait(false);
        var range = rows == 0 ? null : await NextAsync(null).ConfigureAwait(false);
        if (range is null)
        {
            await TryAsync(() => batches.DoAsync(disposals(RowCondition.Always), left, cancellationToken), cancellationToken).ConfigureAwait(false);
            return;
        }

        var failures = new List<Exception>();
        while (range is not null && failures.Count < MostFailures)
        {
            var within = range;
            try
            {
                await TryAsync(() => batches.DoAsync(disposals(within), surroundings.Options.BatchSize, cancellationToken), cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (IsOfStep(exception, cancellationToken) && StoreAnswers.IsOfStore(exception, cancellationToken))
            {
                failures.Add(exception);
            }

            range = range.Through is null ? null : await NextAsync(range).ConfigureAwait(false);
        }

        if (failures is [var first, ..])
        {
            ExceptionDispatchInfo.Throw(first);
        }

        ValueTask<RowCondition.InRange?> NextAsync(RowCondition.InRange? last) => disposer.FindRangeAsync(part.Entity.Entity, last, rows, cancellationToken);
    }

    /// <summary>How many rows of the table a range has, so that about as many as a batch holds are due in it.</summary>
    private async ValueTask<int> RowsPerRangeAsync(RunPart part, long left, CancellationToken cancellationToken)
    {
        var all = (await _retention.CountAsync(part.Entity, RowCondition.Always, [], cancellationToken).ConfigureAwait(false))[0];
        var batch = (long)surroundings.Options.BatchSize;
        return (int)Math.Clamp((long)((double)batch * all / left), batch, Math.Max(batch, LargestRange));
    }

    // A deadlock, a row that the application holds, a connection that broke: most of it is gone when asked again.
    private async ValueTask TryAsync(Func<ValueTask> work, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            try
            {
                await work().ConfigureAwait(false);
                return;
            }
            catch (Exception exception) when (tried < MostTries && exception is not RunInterruptedException && StoreAnswers.IsOfStore(exception, cancellationToken))
            {
                await Task.Delay(TimeSpan.FromSeconds(Math.Pow(5, tried - 1)), surroundings.Time, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static bool IsOfStep(Exception exception, CancellationToken cancellationToken) =>
        exception is not (RunInterruptedException or LedgerException) && !(exception is OperationCanceledException && cancellationToken.IsCancellationRequested);

    [LoggerMessage(6007, LogLevel.Error, "{Id}: what is past its period of {Entity} does not go, because {Why}. Until then it is due in every preview; the other parts of the run go on.")]
    private static partial void NotDisposable(ILogger logger, string id, string entity, string why);

    [LoggerMessage(6008, LogLevel.Error, "{Id}: what is past its period of {Entity} could not go, also when it was tried again. What is there is there still; the other parts of the run go on. The exception says what the store answered.")]
    private static partial void Failed(ILogger logger, Exception exception, string id, string entity);

    [LoggerMessage(6009, LogLevel.Warning, "{Id}: a retention run stopped by itself ({Reason}). What went is gone, and nothing else goes. Look at the preview of now, and approve that.")]
    private static partial void Stopped(ILogger logger, string id, RunStop reason);

    [LoggerMessage(6010, LogLevel.Warning, "{Id}: what is left of rows that went could not be removed from {Store} at the end of a run; the rows themselves are gone. The next run tries again; where the database is SQLite, VACUUM does it.")]
    private static partial void NotCompacted(ILogger logger, Exception exception, string id, string store);
}
