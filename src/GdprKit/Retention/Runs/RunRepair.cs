using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>
/// Does again, after an older copy of the database was restored, the retention runs that changed rows since it was made: what was approved, by the day that it was approved for. What was approved by other rules than those of
/// today, or was ended by somebody, is not done again by itself; and none is while it is not known whose rows have to stay.
/// </summary>
internal sealed class RunRepair(
    LedgerStreams streams, RetentionRunner runner, DataRetention retention, UnknownProtection protection, RetentionRunOptions options, IClock clock) : IRestoreRepair
{
    public int Turn => 200;

    public async ValueTask<ValueList<RestoreFinding>> RepairAsync(RestoredEntries restored, CancellationToken cancellationToken)
    {
        var (repeated, toApprove, heldBack) = (new List<EntryId>(), new List<EntryId>(), new List<EntryId>());
        var isUncertain = await protection.IsAnyAsync(restored, cancellationToken).ConfigureAwait(false);
        await foreach (var (stream, run) in restored.ReadStatesAsync<RetentionRun>(streams, cancellationToken).ConfigureAwait(false))
        {
            if (run.Done > 0 || run.RepeatedAfter == restored.Restore)
            {
                var list = !IsRepeatable(run, restored.Restore) ? toApprove
                    : isUncertain ? heldBack
                    : restored.IsRehearsal || await RepeatAsync(stream, restored.Restore, cancellationToken).ConfigureAwait(false) ? repeated : toApprove;
                list.Add(RetentionRun.IdOf(stream));
            }
        }

        if (isUncertain && !restored.IsRehearsal)
        {
            await HoldRulesAsync(restored.Restore, cancellationToken).ConfigureAwait(false);
        }

        var findings = new List<RestoreFinding>();
        findings.AddRange(repeated.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunRepeated, repeated)] : []);
        findings.AddRange(toApprove.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunToApprove, toApprove)] : []);
        findings.AddRange(heldBack.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.RunHeldBack, heldBack)] : []);
        return findings.ToValueList();
    }

    private bool IsRepeatable(RetentionRun run, EntryId restore) => run.Register == retention.Plan.Register.Hash
        && (run.RepeatedAfter == restore || run.Status is RunStatus.Running or RunStatus.Completed or RunStatus.Incomplete);

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
