using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>Approves what is past its period without anybody, within limits: never many rows at once, and nothing while the rules are new.</summary>
/// <remarks>Call it once a day, from a worker or a scheduler; of several instances one decides at a time. Of the life of its streams, and as safe for use by several threads as they are.</remarks>
/// <param name="retention">Counts what would go.</param>
/// <param name="runs">Records that it is approved.</param>
/// <param name="streams">The streams.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">The limits.</param>
public sealed class AutomaticApproval(DataRetention retention, RetentionRuns runs, LedgerStreams streams, IClock clock, RetentionRunOptions options)
{
    // One row of ten is ten percent, and no accident.
    private const long SmallEntity = 100;

    /// <summary>Looks what is past its period, and approves that it goes when it is within the limits.</summary>
    /// <param name="cancellationToken">Ends the work; afterwards it is approved or not.</param>
    /// <returns>What was decided, and why.</returns>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<AutomaticOutcome> DecideAsync(CancellationToken cancellationToken = default)
    {
        var until = await SeeRulesAsync(cancellationToken).ConfigureAwait(false) + options.WaitAfterChange;
        return await ApprovalTurn.InTurnAsync<AutomaticOutcome>(
            streams.Store, clock, turn => DecideAsync(until, turn, cancellationToken), () => new AutomaticOutcome.AnotherRun(), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<AutomaticOutcome> DecideAsync(Instant until, LeaseFence turn, CancellationToken cancellationToken)
    {
        if (await runs.FindOpenAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            return new AutomaticOutcome.AnotherRun();
        }

        if (clock.GetCurrentInstant() < until)
        {
            return new AutomaticOutcome.NewRules(until);
        }

        var preview = await retention.PreviewAsync(cancellationToken).ConfigureAwait(false);
        var steps = runs.StepsOf(preview);
        return steps.IsEmpty ? new AutomaticOutcome.NothingDue()
            : FindTooMuch(preview, steps) is { } reason ? new AutomaticOutcome.TooMuch(reason)
            : new AutomaticOutcome.Approved(await runs.ApproveAsync(preview, null, needsConfirmation: false, turn, cancellationToken).ConfigureAwait(false));
    }

    private string? FindTooMuch(RetentionPreview preview, ValueList<RunStep> steps)
    {
        if (steps.Sum(step => step.Approved) is var all && all > options.MostRows)
        {
            return RunRefusals.TooManyRows(all, options.MostRows);
        }

        return (from step in steps
                let entity = preview.Entities.First(each => runs.Name(step) is { } name && each.Store == name.Store && each.Entity == name.Entity)
                where step.Approved > options.MostShare * Math.Max(entity.Rows, SmallEntity)
                select RunRefusals.TooLargeShare(step, entity.Entity, entity.Rows)).FirstOrDefault();
    }

    /// <summary>Since when the rules are known; what is new is written down.</summary>
    private async ValueTask<Instant> SeeRulesAsync(CancellationToken cancellationToken)
    {
        var register = retention.Plan.Register.Hash;
        var seen = await streams.AppendAsync<RulesSeen>(
            RulesSeen.Stream, null, state => state.Register == register ? [] : [RunEntries.RulesSeen.Draft(new RulesWereSeen(register))], cancellationToken).ConfigureAwait(false);
        return seen.RequireState().Since;
    }
}
