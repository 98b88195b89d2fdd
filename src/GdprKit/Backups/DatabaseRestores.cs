using System.Runtime.CompilerServices;
using GdprKit.Backups;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Notices that an older copy of the database was put in its place, and does again what has happened since: what the ledger lacks comes back from its mirror, and then what was erased goes again.
/// </summary>
/// <remarks>
/// <para>
/// An older copy brings erased people back, and says of people who withdrew that they agree. Until it is replayed, nothing is permitted on the strength of it and nothing goes
/// (<see cref="LedgerGuard"/>); withdrawals, objections, restrictions, holds and requests are accepted in the mirror, and merged by the replay.
/// </para>
/// <para>
/// Killed at any point, the next call goes on; done once more, it comes to the same. It works in a unit of work of its own and joins no transaction of the host. Of the life of its streams.
/// </para>
/// </remarks>
public sealed class DatabaseRestores
{
    private static readonly LeaseName Work = LeaseName.Parse("restore.replay");

    private readonly RestoreSurroundings _surroundings;
    private readonly Guid _holder = Guid.NewGuid();

    internal DatabaseRestores(RestoreSurroundings surroundings) => _surroundings = surroundings;

    private Instant Now => _surroundings.Clock.GetCurrentInstant();

    /// <summary>Says how the database and its mirror stand, and whether a replay is to be done or to be finished.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The standing, and the restore that is not finished, if there is one.</returns>
    public async ValueTask<(MirrorStanding Standing, DatabaseRestore? Open)> LookAsync(CancellationToken cancellationToken = default)
    {
        var standing = await _surroundings.Sequencer.CompareAsync(cancellationToken).ConfigureAwait(false);
        return (standing, (await FindOpenAsync(cancellationToken).ConfigureAwait(false))?.State);
    }

    /// <summary>Reads the restores that were recorded, in no particular order.</summary>
    /// <param name="cancellationToken">Ends the work, also half-way.</param>
    public async IAsyncEnumerable<DatabaseRestore> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var head in _surroundings.Streams.ReadHeadsAsync(HeadFilter.Of(DatabaseRestore.Fold.Kind), cancellationToken).ConfigureAwait(false))
        {
            yield return (await _surroundings.Streams.LoadAsync<DatabaseRestore>(head.Stream, head, cancellationToken).ConfigureAwait(false)).RequireState();
        }
    }

    /// <summary>Says what a replay would do, and changes nothing.</summary>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="LedgerException">GDPR3124: there is no mirror. GDPR3130 to GDPR3139, GDPR3141: it cannot be used.</exception>
    public async ValueTask<RestoreReport> RehearseAsync(CancellationToken cancellationToken = default)
    {
        var mirror = _surroundings.RequireMirror();
        var standing = await LookAtMirrorAsync(cancellationToken).ConfigureAwait(false);
        var (from, to) = await RangeAsync(standing, mirror, cancellationToken).ConfigureAwait(false);
        var findings = new List<RestoreFinding>();
        var window = new RestoredWindow();
        var restored = new RestoredEntries(EntryId.New(Now), from, to, isRehearsal: true, mirror.ReadAsync);
        if (to > from)
        {
            findings.Add(new RestoreFinding(RestoreFindingKind.EntriesRestored, to - from, []));
            await window.ReadAsync(restored, _surroundings.Folds, cancellationToken).ConfigureAwait(false);
            findings.AddRange(window.Findings);
            findings.AddRange(await _surroundings.RepairAsync(restored, static _ => ValueTask.CompletedTask, cancellationToken).ConfigureAwait(false));
        }

        var ledger = new LedgerAccess(_surroundings.Store, _surroundings.Log);
        var following = await new KeptEntries(mirror).CountAsync(ledger.Store, cancellationToken).ConfigureAwait(false) + await EntriesInTheWay.CountAsync(ledger, restored, cancellationToken).ConfigureAwait(false);
        findings.AddRange(following > 0 ? [new RestoreFinding(RestoreFindingKind.EntriesAppended, following, [])] : []);
        return new RestoreReport { Standing = standing, Restore = null, IsRehearsal = true, From = from, To = to, LackedFrom = window.First, LackedTo = window.Last, Findings = findings.ToValueList() };
    }

    /// <summary>Does again what has happened since the copy was made.</summary>
    /// <param name="author">Who has it done.</param>
    /// <param name="progress">Told how far the entries have come back; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work; what was done stays, and asking again goes on.</param>
    /// <returns>What came of it; nothing when the database is not behind its mirror, nothing is unfinished and nothing waits in the inbox.</returns>
    /// <exception cref="LedgerException">
    /// GDPR3124: there is no mirror. GDPR3130 to GDPR3139, GDPR3141: it cannot be used, or is another ledger's. GDPR3104: another instance took over. GDPR3106 or GDPR3122: the database was restored in part, or the mirror does not hold what was put in
    /// order; verify the ledger.
    /// </exception>
    /// <exception cref="InvalidOperationException">GDPR1800: another instance is at it.</exception>
    public async ValueTask<RestoreReport> ReplayAsync(Operator author, IProgress<RestoringProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        var mirror = _surroundings.RequireMirror();
        await LookAtMirrorAsync(cancellationToken).ConfigureAwait(false);
        var replay = await TakeAsync(cancellationToken).ConfigureAwait(false) ?? throw RestoreRefusals.Elsewhere();
        return await UnderAsync(
            replay,
            async () =>
            {
                // Another instance may have finished it before this one came to it.
                var standing = await LookAtMirrorAsync(cancellationToken).ConfigureAwait(false);
                var open = await FindOpenAsync(cancellationToken).ConfigureAwait(false);
                return IsBehind(standing) || open is { State.Status: DatabaseRestoreStatus.Replaying }
                    ? await new RestoreReplay(_surroundings, mirror, replay).RunAsync(standing, open, author, progress, cancellationToken).ConfigureAwait(false)
                    : await MergeOnlyAsync(standing, mirror, replay, cancellationToken).ConfigureAwait(false);
            }).ConfigureAwait(false);
    }

    /// <summary>
    /// Goes on with a replay that somebody asked for, where it was interrupted or a store had not answered, and merges what was accepted in the mirror when the database is not behind it any more. It begins no replay and overrides nothing:
    /// what becomes of an older copy is for somebody to decide.
    /// </summary>
    /// <param name="cancellationToken">Ends the work; what was done stays, and asking again goes on.</param>
    /// <returns>
    /// What came of it, on the name of who asked for the replay; <see langword="null"/> when there is nothing to go on with, another instance is at it, or the mirror cannot be used.
    /// </returns>
    /// <exception cref="LedgerException">GDPR3104: another instance took over. GDPR3106 or GDPR3122: the database was restored in part, or the mirror does not hold what was put in order; verify the ledger.</exception>
    public async ValueTask<RestoreReport?> ResumeAsync(CancellationToken cancellationToken = default)
    {
        // Whoever is at it is not disturbed where there is nothing to do.
        if (_surroundings.Mirror is not { } mirror || await FindUnfinishedAsync(mirror, cancellationToken).ConfigureAwait(false) is null
            || await TakeAsync(cancellationToken).ConfigureAwait(false) is not { } replay)
        {
            return null;
        }

        return await UnderAsync<RestoreReport?>(
            replay,
            async () => await FindUnfinishedAsync(mirror, cancellationToken).ConfigureAwait(false) switch
            {
                null => null,
                (var standing, { State: { Status: DatabaseRestoreStatus.Replaying, By: { } by } } open) => await new RestoreReplay(_surroundings, mirror, replay)
                    .RunAsync(standing, open, Operator.Parse(by.ToString()), progress: null, cancellationToken).ConfigureAwait(false),
                (var standing, _) => await MergeOnlyAsync(standing, mirror, replay, cancellationToken).ConfigureAwait(false),
            }).ConfigureAwait(false);
    }

    /// <summary>
    /// Lets the application go on with an older copy as it is: what is permitted is decided by what the copy says, on somebody's responsibility. Nothing goes and nothing is put in order until it is replayed.
    /// </summary>
    /// <param name="author">Who takes it upon himself.</param>
    /// <param name="reason">Why, in words.</param>
    /// <param name="cancellationToken">Ends the work; afterwards it is recorded or not.</param>
    /// <exception cref="ArgumentException">GDPR1801: there is no reason.</exception>
    /// <exception cref="InvalidOperationException">GDPR1802: the database is not behind its mirror.</exception>
    public async ValueTask OverrideAsync(Operator author, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(author);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw RestoreRefusals.ReasonMissing();
        }

        var standing = await _surroundings.Sequencer.CompareAsync(cancellationToken).ConfigureAwait(false);
        if (standing.State is not (MirrorState.Behind or MirrorState.Diverged))
        {
            throw RestoreRefusals.NotBehind();
        }

        // One that came with the copy, or was given for another one, says nothing of this one.
        if (!await ListAsync(cancellationToken).AnyAsync(restore => restore.Overrides(standing), cancellationToken).ConfigureAwait(false))
        {
            var draft = RestoreEntries.Overridden.Draft(new RestoreOverridden(author.Key, standing.MirrorSize ?? 0)) with { Details = EntryDetails.Of((RestoreEntries.Reason, reason)) };
            await _surroundings.Streams.AppendAsync<DatabaseRestore>(DatabaseRestore.StreamOf(EntryId.New(Now)), null, _ => [draft], cancellationToken).ConfigureAwait(false);
        }

        _surroundings.Guard.Forget();
    }

    private static bool IsBehind(MirrorStanding standing) => standing.State is MirrorState.Behind or MirrorState.Diverged;

    private ValueTask<Lease?> TakeAsync(CancellationToken cancellationToken) => _surroundings.Store.LeaseAsync(LeaseRequest.Take(Work, _holder, Now, RestoreReplay.Held), cancellationToken);

    private async ValueTask<T> UnderAsync<T>(Lease replay, Func<ValueTask<T>> work)
    {
        try
        {
            using var passage = _surroundings.Guard.LetThrough();
            return await work().ConfigureAwait(false);
        }
        finally
        {
            _surroundings.Guard.Forget();
            _surroundings.Forget();
            await _surroundings.Store.GiveBackAsync(replay, _surroundings.Clock).ConfigureAwait(false);
        }
    }

    // What is to be gone on with, and how both stand. Not a replay that came along with an older copy: that one was of another copy, and nobody asked for one of this.
    private async ValueTask<(MirrorStanding Standing, StreamSnapshot<DatabaseRestore>? Open)?> FindUnfinishedAsync(ILedgerMirror mirror, CancellationToken cancellationToken)
    {
        var standing = await _surroundings.Sequencer.CompareAsync(cancellationToken).ConfigureAwait(false);
        if (!IsBehind(standing) && !standing.CanMirror)
        {
            return null;
        }

        var open = await FindOpenAsync(cancellationToken).ConfigureAwait(false);
        var isUnfinished = open is { State.Status: DatabaseRestoreStatus.Replaying }
            ? !IsBehind(standing) || !await RestoreReplay.CameWithCopyAsync(_surroundings, mirror, standing, open, cancellationToken).ConfigureAwait(false)
            : !IsBehind(standing) && await new KeptEntries(mirror).IsAnyAsync(cancellationToken).ConfigureAwait(false);
        return isUnfinished ? (standing, open) : null;
    }

    // Nothing is behind; what was accepted while it was is merged all the same.
    private async ValueTask<RestoreReport> MergeOnlyAsync(MirrorStanding standing, ILedgerMirror mirror, Lease replay, CancellationToken cancellationToken)
    {
        var findings = await new RestoreReplay(_surroundings, mirror, replay).MergeAsync(cancellationToken).ConfigureAwait(false);
        await _surroundings.Sequencer.PumpAsync(cancellationToken).ConfigureAwait(false);
        return new RestoreReport { Standing = standing, Restore = null, IsRehearsal = false, From = standing.Size, To = standing.Size, Findings = findings };
    }

    private async ValueTask<MirrorStanding> LookAtMirrorAsync(CancellationToken cancellationToken)
    {
        var standing = await _surroundings.Sequencer.CompareAsync(cancellationToken).ConfigureAwait(false);
        return standing.State is MirrorState.Behind or MirrorState.Diverged || standing.ToException() is not { } refusal ? standing : throw refusal;
    }

    private async ValueTask<(long From, long To)> RangeAsync(MirrorStanding standing, ILedgerMirror mirror, CancellationToken cancellationToken)
    {
        if (await FindOpenAsync(cancellationToken).ConfigureAwait(false) is { State: { Status: DatabaseRestoreStatus.Replaying } open })
        {
            return (open.From, open.To);
        }

        var to = standing.MirrorSize ?? standing.Size;
        return standing.State is MirrorState.Behind or MirrorState.Diverged
            ? (await CommonHistory.SizeAsync(_surroundings.Log, standing.Size, mirror, to, cancellationToken).ConfigureAwait(false), to)
            : (to, to);
    }

    private ValueTask<StreamSnapshot<DatabaseRestore>?> FindOpenAsync(CancellationToken cancellationToken) => RestoreReplay.FindOpenAsync(_surroundings.Streams, cancellationToken);
}
