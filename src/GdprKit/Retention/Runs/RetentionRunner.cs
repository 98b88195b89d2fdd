using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Does what was approved: deletes and empties, part after part and transaction after transaction, each with its entry in the ledger. Call it from a worker or from a
/// scheduler, again and again; of several instances one is at it at a time.
/// </summary>
/// <remarks>
/// <para>
/// Nothing goes before the approval lies in the mirror, where there is one; while the database is behind its mirror, nothing goes at all. What would go is counted again before the first
/// row does, and by how much a step may exceed what was approved, it may not exceed in the end either.
/// </para>
/// <para>
/// Killed at any point, the next call goes on: what was committed is counted, and what was not is there still. A transaction that fails is tried again; when it fails three times, its rows
/// stay, and after three such transactions the rest of that part stays; the reason is recorded, and the other parts go on. It joins no transaction of the host. Safe for use by several threads.
/// </para>
/// <para>
/// For what somebody else holds a transaction waits a while and then fails: in PostgreSQL 5 seconds for each lock, or as long as <c>lock_timeout</c> of the connection says where that is less; in SQLite as
/// long as <c>Default Timeout</c> of the connection string says, 30 seconds by default, and without end where it is 0. While the application writes to a file of SQLite for longer than all tries take, nothing
/// can be recorded either: the call ends with what the provider says, and the next one goes on.
/// </para>
/// </remarks>
public sealed class RetentionRunner
{
    private static readonly LeaseName Work = LeaseName.Parse("retention.run");

    private readonly ILedgerAccess _access;
    private readonly RunSurroundings _surroundings;
    private readonly LedgerSequencer? _mirror;
    private readonly Guid _holder = Guid.NewGuid();

    internal RetentionRunner(ILedgerAccess access, RunSurroundings surroundings, LedgerSequencer? mirror) => (_access, _surroundings, _mirror) = (access, surroundings, mirror);

    /// <summary>Begins what was approved, or goes on with it.</summary>
    /// <param name="cancellationToken">Ends the work between two transactions, or in one, which is taken back then; the next call goes on there.</param>
    /// <returns>What came of it.</returns>
    /// <exception cref="PersonalDataStoreException">GDPR3005: a store did not answer when it was counted again. Nothing has changed.</exception>
    /// <exception cref="LedgerException">GDPR3104: another instance took over, because this one was late. GDPR3107 to GDPR3141: the mirror cannot be used, or the database is an older copy that was restored, so nothing goes.</exception>
    public ValueTask<RunRound> RunAsync(CancellationToken cancellationToken = default) => _access.UseAsync(RunAsync, cancellationToken);

    private async ValueTask<RunRound> RunAsync(LedgerAccess ledger, CancellationToken cancellationToken)
    {
        var now = _surroundings.Clock.GetCurrentInstant();
        if (await FindAsync(ledger.Store, now, cancellationToken).ConfigureAwait(false) is not { } found)
        {
            return new RunRound(null, IsElsewhere: false);
        }

        if (await ledger.Store.LeaseAsync(LeaseRequest.Take(Work, _holder, now, RunExecution.Held), cancellationToken).ConfigureAwait(false) is not { } lease)
        {
            return new RunRound(found, IsElsewhere: true);
        }

        try
        {
            var run = await RunAsync(new RunRecord(ledger.Store, _surroundings, lease, found.Id), cancellationToken).ConfigureAwait(false);
            return new RunRound(new ListedRun(found.Id, run), IsElsewhere: false);
        }
        finally
        {
            await ledger.Store.GiveBackAsync(lease, _surroundings.Clock).ConfigureAwait(false);
        }
    }

    private async ValueTask<RetentionRun> RunAsync(RunRecord record, CancellationToken cancellationToken)
    {
        var run = await record.LoadAsync(cancellationToken).ConfigureAwait(false);
        if (run.Status is RunStatus.Approved or RunStatus.AwaitingConfirmation && run.ExpiresAt <= _surroundings.Clock.GetCurrentInstant())
        {
            return await record.EndAsync(RunStatus.Expired, null, cancellationToken).ConfigureAwait(false);
        }

        if (run.Status is not (RunStatus.Approved or RunStatus.Running))
        {
            return run;
        }

        if (_surroundings.Guard is { } guard)
        {
            await guard.RequireAsync(cancellationToken).ConfigureAwait(false);
        }

        if (_mirror is { HasMirror: true })
        {
            await _mirror.EnsureMirroredAsync(await record.OrdersAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        }

        return await new RunExecution(record, _surroundings).RunAsync(run, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The run that is under way or was approved; or else one that nobody confirmed in time, and that is to end.</summary>
    private async ValueTask<ListedRun?> FindAsync(ILedgerStore store, Instant now, CancellationToken cancellationToken)
    {
        var streams = new LedgerStreams(store, _surroundings.Clock);
        var kind = HeadFilter.Of(RetentionRun.Fold.Kind);
        return await FirstAsync(kind with { Statuses = [StreamStatus.Of(RunStatus.Running), StreamStatus.Of(RunStatus.Approved)] }).ConfigureAwait(false)
            ?? await FirstAsync(kind with { Statuses = [StreamStatus.Of(RunStatus.AwaitingConfirmation)], DueBefore = now + LedgerTime.Step }).ConfigureAwait(false);

        async ValueTask<ListedRun?> FirstAsync(HeadFilter where) =>
            await streams.ReadHeadsAsync(where, cancellationToken).FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false) is { } head
                ? new ListedRun(RetentionRun.IdOf(head.Stream), (await streams.LoadAsync<RetentionRun>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState())
                : null;
    }
}
