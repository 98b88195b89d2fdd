using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// Does again, after an older copy of the database was restored, the retention runs that changed rows since it was made: what was approved, by the day that it was approved for. What was approved by other rules than those of
/// today, or was ended by somebody, is not done again by itself; and none is, nor goes on, while it is not known whose rows have to stay.
/// </summary>
internal sealed class RunRepair(
    LedgerStreams streams, RetentionRunner runner, DataRetention retention, UnknownProtection protection, RetentionRunOptions options, IClock clock) : IRestoreRepair
{
    public int Turn => 200;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (repeated, toApprove, heldBack, seen) = (new List<EntryId>(), new List<EntryId>(), new List<EntryId>(), new HashSet<StreamId>());
        var isUncertain = await protection.IsAnyAsync(restored, cancellationToken).ConfigureAwait(false);
        await foreach (var (stream, run) in restored.ReadStatesAsync<RetentionRun>(streams, cancellationToken).ConfigureAwait(false))
        {
            seen.Add(stream);
            if (run.Done > 0 || run.RepeatedAfter == restored.Restore)
            {
                var list = !IsRepeatable(run, restored.Restore) ? toApprove
                    : isUncertain ? heldBack
                    : restored.IsRehearsal || await RepeatAsync(stream, restored.Restore, cancellationToken).ConfigureAwait(false) ? repeated : toApprove;
                list.Add(RetentionRun.IdOf(stream));
            }
            else if (isUncertain && GoesOn(run))
            {
                heldBack.Add(RetentionRun.IdOf(stream));
            }
        }

        if (isUncertain)
        {
            heldBack.AddRange(await HoldOpenAsync(seen, restored.IsRehearsal, cancellationToken).ConfigureAwait(false));
            if (!restored.IsRehearsal)
            {
                await HoldRulesAsync(restored.Restore, cancellationToken).ConfigureAwait(false);
            }
        }

        var findings = new List<RestoreFinding>();
        findings.AddRange(repeated.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunRepeated, repeated)] : []);
        findings.AddRange(toApprove.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunToApprove, toApprove)] : []);
        findings.AddRange(heldBack.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunHeldBack, heldBack)] : []);
        return findings.ToValueList();
    }

    private bool IsRepeatable(RetentionRun run, EntryId restore) => run.Register == retention.Plan.Register.Hash
        && (run.RepeatedAfter == restore || run.Status is RunStatus.Running or RunStatus.Completed or RunStatus.Incomplete);

    private static bool GoesOn(RetentionRun run) => run.Status is RunStatus.Approved or RunStatus.Running;

    /// <summary>Stops what is approved or under way until somebody lets it go on, or says what would be stopped, and returns the runs of which nothing came back.</summary>
    private async ValueTask<List<EntryId>> HoldOpenAsync(HashSet<StreamId> seen, bool isRehearsal, CancellationToken cancellationToken)
    {
        var held = new List<EntryId>();
        var open = HeadFilter.Of(RetentionRun.Fold.Kind) with { Statuses = [StreamStatus.Of(RunStatus.Approved), StreamStatus.Of(RunStatus.Running)] };
        foreach (var head in await streams.ReadHeadsAsync(open, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!seen.Contains(head.Stream))
            {
                held.Add(RetentionRun.IdOf(head.Stream));
            }

            if (!isRehearsal)
            {
                await streams.AppendAsync<RetentionRun>(head.Stream, null, state => GoesOn(state) ? [RunEntries.Paused.Draft(new RunPaused(null))] : [], cancellationToken).ConfigureAwait(false);
            }
        }

        return held;
    }

    // Tonight's automatic run would do what the repair does not. Rules that were never seen count as new anyway.
    private async ValueTask HoldRulesAsync(EntryId restore, CancellationToken cancellationToken)
    {
        var held = RunEntries.RulesHeld.Draft(new RulesWereHeld(restore));
        await streams.AppendAsync<RulesSeen>(RulesSeen.Stream, null, state => state.Register is null || state.HeldAfter == restore ? [] : [held], cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<bool> RepeatAsync(StreamId stream, EntryId restore, CancellationToken cancellationToken)
    {
        var repeated = RunEntries.Repeated.Draft(new RunRepeated(restore, LedgerTime.Floor(clock.GetCurrentInstant() + options.ApprovalLasts)));
        await streams.AppendAsync<RetentionRun>(stream, null, state => state.RepeatedAfter == restore ? [] : [repeated], cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var run = (await streams.LoadAsync<RetentionRun>(stream, cancellationToken).ConfigureAwait(false)).RequireState();
            if (run.IsOver || run.Status is RunStatus.Paused)
            {
                return run.Status is RunStatus.Completed;
            }

            var round = await runner.RunAsync(cancellationToken).ConfigureAwait(false);
            if (round.IsElsewhere || round.Run is null)
            {
                return false;
            }
        }
    }
}
