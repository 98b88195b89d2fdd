using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Backups;

/// <summary>Does a replay, or the rest of it.</summary>
internal sealed class RestoreReplay(RestoreSurroundings surroundings, ILedgerMirror mirror, Lease work)
{
    /// <summary>For how long an instance that says nothing counts as being at it.</summary>
    public static readonly Duration Held = Duration.FromMinutes(10);

    private static HeadFilter Open => HeadFilter.Of(DatabaseRestore.Fold.Kind) with { Statuses = [LedgerGuard.Overridden, LedgerGuard.Replaying] };

    private Instant Now => surroundings.Clock.GetCurrentInstant();

    /// <summary>The restore that is not finished: the one that is replayed, before one that somebody overrode.</summary>
    public static async ValueTask<StreamSnapshot<DatabaseRestore>?> FindOpenAsync(LedgerStreams streams, CancellationToken cancellationToken)
    {
        var heads = await streams.ReadHeadsAsync(Open, cancellationToken).ToListAsync(cancellationToken).ConfigureAwait(false);
        var head = heads.Find(head => head.Index.Status == LedgerGuard.Replaying) ?? heads.FirstOrDefault();
        return head is null ? null : await streams.LoadAsync<DatabaseRestore>(head.Stream, head, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the replay that is open is that of another copy, and came along with the one that stands there now.</summary>
    public static async ValueTask<bool> CameWithCopyAsync(
        RestoreSurroundings surroundings, ILedgerMirror mirror, MirrorStanding standing, StreamSnapshot<DatabaseRestore> open, CancellationToken cancellationToken)
    {
        var (from, to) = await RangeAsync(surroundings, mirror, standing, open, cancellationToken).ConfigureAwait(false);
        return await CameWithCopyAsync(surroundings, mirror, open.Stream, from, to, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask<RestoreReport> RunAsync(
        MirrorStanding standing, StreamSnapshot<DatabaseRestore>? open, Operator author, IProgress<RestoringProgress>? progress, CancellationToken cancellationToken)
    {
        var (stream, from, to) = await BeginAsync(standing, open, author, cancellationToken).ConfigureAwait(false);
        var appended = await RestoreAsync(progress, cancellationToken).ConfigureAwait(false);

        var restore = EntryId.Parse(stream.Key.ToString());
        var restored = new RestoredEntries(restore, from, to, isRehearsal: false, surroundings.Log.ReadLogAsync);
        var window = new RestoredWindow();
        await window.ReadAsync(restored, surroundings.Folds, cancellationToken).ConfigureAwait(false);
        var findings = new List<RestoreFinding> { new(RestoreFindingKind.EntriesRestored, to - from, []) };
        findings.AddRange(window.Findings.Concat(Merged(appended, await LeftAsync(cancellationToken).ConfigureAwait(false))));
        findings.AddRange(await surroundings.RepairAsync(restored, RenewAsync, cancellationToken).ConfigureAwait(false));
        var report = new RestoreReport
        {
            Standing = standing,
            Restore = restore,
            IsRehearsal = false,
            From = from,
            To = to,
            LackedFrom = window.First,
            LackedTo = window.Last,
            Findings = findings.ToValueList(),
        };
        if (report.IsFinished)
        {
            await FinishAsync(stream, report.Findings, cancellationToken).ConfigureAwait(false);
        }

        return report;
    }

    /// <summary>Appends what was kept in the inbox while the database was refused.</summary>
    public async ValueTask<ValueList<RestoreFinding>> MergeAsync(CancellationToken cancellationToken) => Merged(
        await UnderOrderAsync((order, _) => AppendKeptAsync(order, cancellationToken), cancellationToken).ConfigureAwait(false),
        await LeftAsync(cancellationToken).ConfigureAwait(false));

    private static ValueList<RestoreFinding> Merged(long appended, List<EntryId> left)
    {
        var findings = new List<RestoreFinding>();
        findings.AddRange(appended > 0 ? [new RestoreFinding(RestoreFindingKind.EntriesAppended, appended, [])] : []);
        findings.AddRange(left.Count > 0 ? [RestoreFinding.Of(RestoreFindingKind.InboxLeft, left)] : []);
        return findings.ToValueList();
    }

    private ValueTask<List<EntryId>> LeftAsync(CancellationToken cancellationToken) =>
        mirror.ReadInboxAsync(cancellationToken).Where(item => item.Type != KeptEntries.EntryItem && item.Type != KeptEntries.DetailsItem).Select(item => item.Id).ToListAsync(cancellationToken);

    private ValueTask<long> AppendKeptAsync(LeaseFence order, CancellationToken cancellationToken)
    {
        var ledger = new LedgerAccess(surroundings.Store, surroundings.Log);
        return new KeptEntries(mirror).AppendAsync(ledger, new RestoredStreams(surroundings.Store, surroundings.Folds), surroundings.Subjects, surroundings.Clock, order, cancellationToken);
    }

    // Recorded first, so that nothing is permitted between the last entry that comes back and the last erasure that is repeated.
    private async ValueTask<(StreamId Stream, long From, long To)> BeginAsync(
        MirrorStanding standing, StreamSnapshot<DatabaseRestore>? open, Operator author, CancellationToken cancellationToken)
    {
        var isBehind = standing.State is MirrorState.Behind or MirrorState.Diverged;
        var (from, to) = await RangeAsync(surroundings, mirror, standing, open, cancellationToken).ConfigureAwait(false);
        var stream = open is null || (isBehind && await CameWithCopyAsync(surroundings, mirror, open.Stream, from, to, cancellationToken).ConfigureAwait(false)) ? DatabaseRestore.StreamOf(EntryId.New(Now)) : open.Stream;
        var begun = RestoreEntries.Begun.Draft(new RestoreBegun(author.Key, from, to));
        await surroundings.Streams.AppendAsync<DatabaseRestore>(
            stream, null, standing => standing.Status is DatabaseRestoreStatus.Replaying && standing.From == from && standing.To == to ? [] : [begun], cancellationToken).ConfigureAwait(false);
        return (stream, from, to);
    }

    private static async ValueTask<(long From, long To)> RangeAsync(
        RestoreSurroundings surroundings, ILedgerMirror mirror, MirrorStanding standing, StreamSnapshot<DatabaseRestore>? open, CancellationToken cancellationToken)
    {
        var isBehind = standing.State is MirrorState.Behind or MirrorState.Diverged;
        var known = open?.State is { Status: DatabaseRestoreStatus.Replaying } state ? state : null;
        var to = Math.Max(isBehind ? standing.MirrorSize ?? 0 : 0, known?.To ?? 0);
        var from = isBehind ? await CommonHistory.SizeAsync(surroundings.Log, standing.Size, mirror, standing.MirrorSize ?? 0, cancellationToken).ConfigureAwait(false) : to;
        return (Math.Min(from, known?.From ?? from), to);
    }

    // A copy that was made in the midst of a replay brings that replay along. What counts as done again after that one is not done again in this copy, so it gets an id of its own.
    private static async ValueTask<bool> CameWithCopyAsync(RestoreSurroundings surroundings, ILedgerMirror mirror, StreamId stream, long from, long to, CancellationToken cancellationToken)
    {
        var first = await surroundings.Store.ReadStreamAsync(stream, 0, cancellationToken).FirstAsync(cancellationToken).ConfigureAwait(false);
        return !(await surroundings.Log.FindPositionsAsync([first.Id], cancellationToken).ConfigureAwait(false)).IsEmpty
            || await new RestoredEntries(first.Id, from, to, isRehearsal: true, mirror.ReadAsync).ReadStreamsAsync(stream.Kind, cancellationToken).AnyAsync(mirrored => mirrored == stream, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<long> RestoreAsync(IProgress<RestoringProgress>? progress, CancellationToken cancellationToken) => UnderOrderAsync(
        async (order, keep) =>
        {
            var ledger = new LedgerAccess(surroundings.Store, surroundings.Log);
            var streams = new RestoredStreams(surroundings.Store, surroundings.Folds);
            await new LedgerRestoring(ledger, mirror, streams, new KeptEntries(mirror)).RunAsync(order, keep, progress, cancellationToken).ConfigureAwait(false);
            return await AppendKeptAsync(order, cancellationToken).ConfigureAwait(false);
        },
        cancellationToken);

    // Under the lease of the order: nobody gives a position meanwhile that is another's.
    private async ValueTask<long> UnderOrderAsync(Func<LeaseFence, Func<CancellationToken, ValueTask>, ValueTask<long>> work, CancellationToken cancellationToken)
    {
        var order = await TakeOrderAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await work(order.Fence, KeepAsync).ConfigureAwait(false);
        }
        finally
        {
            await surroundings.Store.GiveBackAsync(order, surroundings.Clock).ConfigureAwait(false);
        }

        async ValueTask KeepAsync(CancellationToken token)
        {
            if (order.ExpiresAt - Now < LedgerSequencer.LeaseLength / 2)
            {
                order = await surroundings.Store.LeaseAsync(LeaseRequest.Renew(order, Now, LedgerSequencer.LeaseLength), token).ConfigureAwait(false) ?? throw LedgerRefusals.LeaseLost();
            }

            await RenewAsync(token).ConfigureAwait(false);
        }
    }

    private async ValueTask<Lease> TakeOrderAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await surroundings.Store.LeaseAsync(LeaseRequest.Take(LedgerSequencer.Work, work.Holder, Now, LedgerSequencer.LeaseLength), cancellationToken).ConfigureAwait(false) is { } lease)
            {
                return lease;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask FinishAsync(StreamId stream, ValueList<RestoreFinding> findings, CancellationToken cancellationToken)
    {
        var others = await surroundings.Streams.ReadHeadsAsync(Open, cancellationToken)
            .Where(head => head.Stream != stream).Select(head => head.Stream).ToListAsync(cancellationToken).ConfigureAwait(false);
        var finished = RestoreEntries.Finished.Draft(new RestoreFinished(findings));
        var superseded = RestoreEntries.Superseded.Draft(new RestoreSuperseded());
        await surroundings.Streams.AppendAsync(
            [
                StreamChange.To<DatabaseRestore>(stream, null, state => state.Status is DatabaseRestoreStatus.Replaying ? [finished] : []),
                .. others.Select(other => StreamChange.To<DatabaseRestore>(other, null, state => state.Status is DatabaseRestoreStatus.Replayed or DatabaseRestoreStatus.Superseded ? [] : [superseded])),
            ],
            work.Fence,
            cancellationToken).ConfigureAwait(false);
        await surroundings.Sequencer.PumpAsync(cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask RenewAsync(CancellationToken cancellationToken)
    {
        if (work.ExpiresAt - Now < Held / 2 && await surroundings.Store.LeaseAsync(LeaseRequest.Renew(work, Now, Held), cancellationToken).ConfigureAwait(false) is null)
        {
            throw LedgerRefusals.LeaseLost();
        }
    }
}
