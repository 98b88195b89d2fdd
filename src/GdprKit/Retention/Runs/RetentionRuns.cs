using System.Runtime.CompilerServices;
using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>Approves that data go which are past their period, and stops, lets go on and lists what was approved. <see cref="RetentionRunner"/> does it.</summary>
/// <remarks>
/// In the host's transaction where there is one. Doing again what was done is no fault and records nothing. Of the life of its streams, and as safe for use by several threads
/// as they are.
/// </remarks>
/// <param name="retention">Counts what would go.</param>
/// <param name="streams">The streams.</param>
/// <param name="folds">The kinds of streams that the application knows; some of them keep rows from going.</param>
/// <param name="clock">The clock.</param>
/// <param name="options">How data go.</param>
public sealed class RetentionRuns(DataRetention retention, LedgerStreams streams, IEnumerable<StreamFold> folds, IClock clock, RetentionRunOptions options)
{
    private static HeadFilter Open => HeadFilter.Of(RetentionRun.Fold.Kind) with
    {
        Statuses = [.. new[] { RunStatus.AwaitingConfirmation, RunStatus.Approved, RunStatus.Running, RunStatus.Paused }.Select(StreamStatus.Of)],
    };

    /// <summary>Approves that what a preview shows goes. It begins as soon as a runner gets to it, or once somebody else has approved it as well where that is asked.</summary>
    /// <param name="preview">
    /// The digest of the preview that was looked at. What would go now is counted again: it must be the same, or, of a preview that this instance made a short while ago, by the same rules
    /// and on the same day, no more than that by <see cref="RetentionRunOptions.Tolerance"/>.
    /// </param>
    /// <param name="by">Who approves it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The id of the run.</returns>
    /// <exception cref="InvalidOperationException">GDPR1700: something else would go now. GDPR1701: nothing would. GDPR1705: another run is approved or under way, or somebody approves one just now.</exception>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public async ValueTask<EntryId> ApproveAsync(Digest preview, Operator by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return await ApprovalTurn.InTurnAsync(streams.Store, clock, DecideAsync, () => throw RunRefusals.AnotherRun(), cancellationToken).ConfigureAwait(false);

        async ValueTask<EntryId> DecideAsync(LeaseFence turn)
        {
            var seen = retention.FindRecent(preview);
            var now = await retention.PreviewAsync(cancellationToken).ConfigureAwait(false);
            return now.Digest == preview || (seen is not null && IsNoMoreThan(now, seen))
                ? await ApproveAsync(seen ?? now, by.Key, options.NeedsSecondPerson, turn, cancellationToken).ConfigureAwait(false)
                : throw RunRefusals.PreviewChanged();
        }
    }

    /// <summary>Approves a run a second time, where that is asked.</summary>
    /// <param name="run">The id of the run.</param>
    /// <param name="by">Who approves it: somebody else than before.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">GDPR1702: there is no such run.</exception>
    /// <exception cref="InvalidOperationException">GDPR1703: the same person approved it before. GDPR1704: it is over.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RetentionRun> ConfirmAsync(EntryId run, Operator by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(run, Decide, cancellationToken);

        ValueList<EntryDraft> Decide(RetentionRun state) =>
            state.ConfirmedBy == by.Key ? []
            : state.Status is not RunStatus.AwaitingConfirmation ? throw RunRefusals.NotInThisState(state.Status)
            : state.ApprovedBy == by.Key ? throw RunRefusals.SamePerson()
            : [RunEntries.Confirmed.Draft(new RunConfirmed(by.Key))];
    }

    /// <summary>Stops a run for a while: after the transaction that is under way nothing goes until it is resumed.</summary>
    /// <param name="run">The id of the run.</param>
    /// <param name="by">Who stops it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">GDPR1702: there is no such run.</exception>
    /// <exception cref="InvalidOperationException">GDPR1704: it waits to be confirmed, or is over.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RetentionRun> PauseAsync(EntryId run, Operator by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            run,
            state => state.Status switch
            {
                RunStatus.Paused => [],
                RunStatus.Approved or RunStatus.Running => [RunEntries.Paused.Draft(new RunPaused(by.Key))],
                _ => throw RunRefusals.NotInThisState(state.Status),
            },
            cancellationToken);
    }

    /// <summary>Lets a run go on that was stopped for a while.</summary>
    /// <param name="run">The id of the run.</param>
    /// <param name="by">Who lets it go on.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">GDPR1702: there is no such run.</exception>
    /// <exception cref="InvalidOperationException">GDPR1704: it waits to be confirmed, or is over.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RetentionRun> ResumeAsync(EntryId run, Operator by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            run,
            state => state.Status switch
            {
                RunStatus.Approved or RunStatus.Running => [],
                RunStatus.Paused => [RunEntries.Resumed.Draft(new RunResumed(by.Key))],
                _ => throw RunRefusals.NotInThisState(state.Status),
            },
            cancellationToken);
    }

    /// <summary>Ends a run: after the transaction that is under way nothing goes any more by it. What went is gone.</summary>
    /// <param name="run">The id of the run.</param>
    /// <param name="by">Who ends it.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">GDPR1702: there is no such run.</exception>
    /// <exception cref="InvalidOperationException">GDPR1704: it is over.</exception>
    /// <inheritdoc cref="LedgerStreams.AppendAsync(ValueList{StreamChange}, LeaseFence?, CancellationToken)" path="/exception[@cref='T:GdprKit.Ledger.LedgerException']"/>
    public ValueTask<RetentionRun> CancelAsync(EntryId run, Operator by, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        return ChangeAsync(
            run,
            state => state.Status is RunStatus.Cancelled ? []
                : state.IsOver ? throw RunRefusals.NotInThisState(state.Status)
                : [RunEntries.Cancelled.Draft(new RunCancelled(by.Key))],
            cancellationToken);
    }

    /// <summary>Whether a preview shows something that can be approved.</summary>
    /// <param name="preview">The preview.</param>
    public bool IsApprovable(RetentionPreview preview)
    {
        ArgumentNullException.ThrowIfNull(preview);
        return !StepsOf(preview).IsEmpty;
    }

    /// <summary>Looks up a run.</summary>
    /// <param name="run">The id of the run.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The run; <see langword="null"/> when there is none.</returns>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote it. GDPR3105 or GDPR3106: it cannot be read.</exception>
    public async ValueTask<RetentionRun?> FindAsync(EntryId run, CancellationToken cancellationToken = default) =>
        (await streams.LoadAsync<RetentionRun>(RetentionRun.StreamOf(run), cancellationToken).ConfigureAwait(false)).RequireState() is { Status: not RunStatus.Unknown } found ? found : null;

    /// <summary>Reads the runs, in the order in which they were approved.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    /// <exception cref="LedgerException">GDPR3103: a newer program wrote one. GDPR3105 or GDPR3106: one cannot be read.</exception>
    public IAsyncEnumerable<ListedRun> ListAsync(CancellationToken cancellationToken = default) => ReadAsync(HeadFilter.Of(RetentionRun.Fold.Kind), cancellationToken);

    /// <summary>Looks up the run that is approved, under way or paused; there is one at a time.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The run; <see langword="null"/> when there is none.</returns>
    /// <inheritdoc cref="FindAsync" path="/exception"/>
    public async ValueTask<ListedRun?> FindOpenAsync(CancellationToken cancellationToken = default) =>
        await ReadAsync(Open, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false);

    /// <summary>What a step of a run is about.</summary>
    /// <param name="step">The step.</param>
    /// <returns>The names; <see langword="null"/> when what is kept has changed since the run was approved.</returns>
    public RunPartName? Name(RunStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return PlanOf(retention.Today).Find(step)?.Name;
    }

    /// <summary>What a run would do of what a preview shows.</summary>
    internal ValueList<RunStep> StepsOf(RetentionPreview preview) => PlanOf(preview.Today).StepsOf(preview);

    private RunPlan PlanOf(LocalDate day) => new(retention.Map, retention.On(day), folds);

    private bool IsNoMoreThan(RetentionPreview now, RetentionPreview seen) => now.Today == seen.Today && now.Register == seen.Register
        && StepsOf(now).All(step => StepsOf(seen).FirstOrDefault(each => each.Part == step.Part) is { } approved
            && step.Most <= RunLimits.MostOf(approved, options));

    /// <summary>Records that what was counted goes.</summary>
    internal async ValueTask<EntryId> ApproveAsync(RetentionPreview preview, Key<Operator>? by, bool needsConfirmation, LeaseFence turn, CancellationToken cancellationToken)
    {
        var steps = StepsOf(preview);
        if (steps.IsEmpty)
        {
            throw RunRefusals.NothingToDo();
        }

        if (await FindOpenAsync(cancellationToken).ConfigureAwait(false) is not null)
        {
            throw RunRefusals.AnotherRun();
        }

        var now = clock.GetCurrentInstant();
        var run = EntryId.New(now);
        var approved = new RunApproved(preview.Digest, preview.Register, preview.Today, by, LedgerTime.Floor(now + options.ApprovalLasts), needsConfirmation, steps);
        var draft = RunEntries.Approved.Draft(approved) with { Id = run, Content = [PlanOf(preview.Today).NamesOf(steps)] };
        await streams.AppendAsync([StreamChange.To<RetentionRun>(RetentionRun.StreamOf(run), null, _ => [draft])], turn, cancellationToken).ConfigureAwait(false);
        return run;
    }

    private async ValueTask<RetentionRun> ChangeAsync(EntryId run, Func<RetentionRun, ValueList<EntryDraft>> decide, CancellationToken cancellationToken) =>
        (await streams.AppendAsync<RetentionRun>(
            RetentionRun.StreamOf(run), null, state => state.Status is RunStatus.Unknown ? throw RunRefusals.RunUnknown() : decide(state), cancellationToken).ConfigureAwait(false)).State!;

    private async IAsyncEnumerable<ListedRun> ReadAsync(HeadFilter where, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var head in streams.ReadHeadsAsync(where, cancellationToken).ConfigureAwait(false))
        {
            yield return new ListedRun(RetentionRun.IdOf(head.Stream), (await streams.LoadAsync<RetentionRun>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState());
        }
    }
}
