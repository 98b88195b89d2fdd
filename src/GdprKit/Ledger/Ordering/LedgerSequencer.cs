using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Puts the entries of the ledger in order after they were committed, and brings them to its mirror: one instance at a time, by a lease, while those who append wait for
/// nobody. Workers call it in the background; whoever must not go on before an entry is safe calls <see cref="EnsureMirroredAsync"/>, which does it in place.
/// </summary>
/// <remarks>
/// <para>
/// The three steps of a batch each refuse an unexpected predecessor: positions are committed on the tip that was read; then the mirror takes what follows on what it holds; then
/// it is written down in the database how much is there. Who is killed between two of them leaves what the next one finishes, and nothing twice.
/// </para>
/// <para>
/// In a database that has lost what its mirror holds (<see cref="MirrorState.Behind"/>, <see cref="MirrorState.Diverged"/>) nothing is put in order: those positions are
/// taken. It works in a unit of work of its own and joins no transaction of the host. Safe for use by several threads.
/// </para>
/// </remarks>
public sealed class LedgerSequencer
{
    private const int EntriesAtOnce = 5_000;

    // Each means that somebody else got on; who is refused so often in a row leaves it to them.
    private const int MostRefusals = 8;

    /// <summary>The lease under which the ledger is put in order.</summary>
    internal static readonly LeaseName Work = LeaseName.Parse("ledger.order");

    /// <summary>How long the lease is taken for at a time.</summary>
    internal static readonly Duration LeaseLength = Duration.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly ILedgerAccess _access;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ILedgerMirror? _mirror;
    private readonly ICheckpointSigner? _signer;
    private readonly Guid _instance = Guid.NewGuid();

    /// <summary>Makes a sequencer of a ledger.</summary>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="log">Its order, over the same database.</param>
    /// <param name="clock">The clock, for the lease.</param>
    /// <param name="mirror">Its mirror; <see langword="null"/> when it has none.</param>
    /// <param name="signer">Signs the checkpoint that the mirror keeps; <see langword="null"/> when nobody does.</param>
    /// <param name="time">Waits while somebody else is at it; <see langword="null"/>, the default, for the time of the machine.</param>
    public LedgerSequencer(ILedgerStore store, ILedgerLog log, IClock clock, ILedgerMirror? mirror = null, ICheckpointSigner? signer = null, TimeProvider? time = null)
        : this(new DirectAccess(store, log), clock, mirror, signer, time)
    {
    }

    internal LedgerSequencer(ILedgerAccess access, IClock clock, ILedgerMirror? mirror, ICheckpointSigner? signer, TimeProvider? time)
    {
        (_access, _clock, _mirror, _signer) = (access, clock, mirror, signer);
#pragma warning disable RS0030 // Only waiting is done by it; what is written bears the time of the clock.
        _time = time ?? TimeProvider.System;
#pragma warning restore RS0030
    }

    /// <summary>Whether there is a mirror.</summary>
    public bool HasMirror => _mirror is not null;

    /// <summary>Puts in order what waits, and brings it to the mirror; what is appended meanwhile is left for the next time.</summary>
    /// <param name="cancellationToken">Ends the work between two batches; what was done stays.</param>
    /// <returns>What was done. A mirror that cannot be used is told in it, and keeps nothing from being put in order.</returns>
    /// <exception cref="LedgerException">
    /// GDPR3107: the database is full. GDPR3121 or GDPR3122: an entry is missing, or was changed after it was put in order; those before it are in order and in the mirror.
    /// GDPR3127: something beside the ledger has their positions.
    /// </exception>
    public async ValueTask<SequencingResult> PumpAsync(CancellationToken cancellationToken = default) =>
        await _access.UseAsync(
            async (ledger, token) =>
            {
                var round = new Round(this, ledger);
                return await round.RunAsync(token).ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Compares the database with its mirror, and changes nothing.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask<MirrorStanding> CompareAsync(CancellationToken cancellationToken = default) =>
        _access.UseAsync(
            async (ledger, token) => await MirrorComparison.CompareAsync(await ledger.Log.ReadTipAsync(token).ConfigureAwait(false), ledger.Log, _mirror, token).ConfigureAwait(false),
            cancellationToken);

    /// <summary>
    /// Makes a new mirror from the database, for an operator who knows that the old one is lost for good: all that has a position is brought to the empty place. What the old one would have
    /// shown, that the database was rewritten or is an older copy, the new one cannot show; compare with checkpoints that others keep (<see cref="LedgerVerification.FitsAsync"/>) first.
    /// </summary>
    /// <param name="cancellationToken">Ends the work between two batches; asking again goes on.</param>
    /// <returns>What was done. Where the mirror is not missing this is no more than <see cref="PumpAsync"/>.</returns>
    /// <exception cref="LedgerException">GDPR3124: there is no mirror. GDPR3139: what is at its place still holds entries.</exception>
    public async ValueTask<SequencingResult> RenewMirrorAsync(CancellationToken cancellationToken = default)
    {
        if (_mirror is null)
        {
            throw LedgerException.NoMirror();
        }

        await _access.UseAsync(ForgetLostMirrorAsync, cancellationToken).ConfigureAwait(false);
        return await PumpAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns when entries have a position and lie in the mirror, which they are brought to where that is needed; destructive work waits for its order so.</summary>
    /// <param name="entries">The ids of the entries, which are committed; at most 10,000.</param>
    /// <param name="cancellationToken">Ends the wait; while another instance is at it, that may be as long as it takes.</param>
    /// <exception cref="LedgerException">
    /// GDPR3121 or GDPR3122: an entry has no position and waits for none, or the order does not reach its position, or one before it is damaged. GDPR3123: an entry is not in the
    /// ledger, or not committed. GDPR3124: there is no mirror. GDPR3130 to GDPR3133, GDPR3135 to GDPR3138, GDPR3141: the mirror cannot be used. GDPR3107: the database is full.
    /// Nothing destructive may be done then.
    /// </exception>
    public async ValueTask EnsureMirroredAsync(ValueList<EntryId> entries, CancellationToken cancellationToken = default)
    {
        if (_mirror is null)
        {
            throw LedgerException.NoMirror();
        }

        var asked = entries.Distinct().ToValueList();
        SequencingResult? turn = null;
        while (!await _access.UseAsync((ledger, token) => AreMirroredAsync(ledger, asked, token), cancellationToken).ConfigureAwait(false))
        {
            // What neither has a position nor waits for one is waited for without an end.
            if (turn is not null)
            {
                await _access.UseAsync((ledger, token) => RequireOnTheirWayAsync(ledger, asked, token), cancellationToken).ConfigureAwait(false);
            }

            if (turn is { Ordered: 0, Mirrored: 0 })
            {
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
            }

            turn = await TurnForAsync(asked, cancellationToken).ConfigureAwait(false);
            if (turn?.Mirror.ToException() is { } refusal)
            {
                throw refusal;
            }
        }
    }

    // What is refused because of another entry, after these came to the mirror, is no reason to refuse them.
    private async ValueTask<SequencingResult?> TurnForAsync(ValueList<EntryId> asked, CancellationToken cancellationToken)
    {
        try
        {
            return await PumpAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException refusal) when (refusal.Id is LedgerMessages.PendingMissing or LedgerMessages.NotAsOrdered)
        {
            if (await _access.UseAsync((ledger, token) => AreMirroredAsync(ledger, asked, token), cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            throw;
        }
    }

    // Under the lease: whoever writes to the mirror meanwhile would be taken for it.
    private async ValueTask<bool> ForgetLostMirrorAsync(LedgerAccess ledger, CancellationToken cancellationToken)
    {
        while (true)
        {
            var lease = await ledger.Store.LeaseAsync(LeaseRequest.Take(Work, _instance, _clock.GetCurrentInstant(), LeaseLength), cancellationToken).ConfigureAwait(false);
            if (lease is null)
            {
                await Task.Delay(Pause, _time, cancellationToken).ConfigureAwait(false);
                continue;
            }

            try
            {
                var tip = await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
                var standing = await MirrorComparison.CompareAsync(tip, ledger.Log, _mirror, cancellationToken).ConfigureAwait(false);
                if (standing.State != MirrorState.Missing || tip is null)
                {
                    return false;
                }

                if (standing.MirrorSize != 0)
                {
                    throw LedgerException.MirrorNotEmpty(standing.MirrorSize ?? 0);
                }

                return await ledger.Log.CommitMirroredAsync(tip, 0, lease.Fence, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await ledger.Store.LeaseAsync(LeaseRequest.Release(lease, _clock.GetCurrentInstant()), CancellationToken.None).ConfigureAwait(false);
            }
        }
    }

    // An entry that nobody committed would be waited for without an end.
    private async ValueTask<bool> AreMirroredAsync(LedgerAccess ledger, ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        var tip = await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        var positions = await ledger.Log.FindPositionsAsync(entries, cancellationToken).ConfigureAwait(false);
        if (positions.Count < entries.Count)
        {
            var known = await ledger.Store.FindHashesAsync(entries, cancellationToken).ConfigureAwait(false);
            return known.Count == entries.Count ? false : throw LedgerException.NotCommitted();
        }

        // What the database remembers of the mirror is believed only while the mirror is asked as well: it may have been lost since.
        return tip is not null
            && positions.All(each => each.Position < tip.MirroredSize)
            && (await MirrorComparison.CompareAsync(tip, ledger.Log, _mirror, cancellationToken).ConfigureAwait(false)).CanMirror;
    }

    // They are looked for in the order in which they go from place to place, so that what moves meanwhile is found.
    private static async ValueTask<bool> RequireOnTheirWayAsync(LedgerAccess ledger, ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        var waiting = (await ledger.Log.FindPendingAsync(entries, cancellationToken).ConfigureAwait(false)).Select(entry => entry.Id).ToHashSet();
        var positions = (await ledger.Log.FindPositionsAsync(entries, cancellationToken).ConfigureAwait(false)).ToDictionary(each => each.Id, each => each.Position);
        var size = (await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false))?.Tree.Size ?? 0;
        foreach (var entry in entries)
        {
            if (positions.TryGetValue(entry, out var position) ? position >= size : !waiting.Contains(entry))
            {
                throw positions.ContainsKey(entry) ? LedgerException.NotAsOrdered(position) : LedgerException.PendingMissing(entry);
            }
        }

        return true;
    }

    /// <summary>One turn at it.</summary>
    private sealed class Round(LedgerSequencer sequencer, LedgerAccess ledger)
    {
        private long _ordered;
        private long _mirrored;
        private int _refusals;
        private bool _isInOrder;
        private Exception? _unsigned;
        private LedgerException? _missing;

        public async ValueTask<SequencingResult> RunAsync(CancellationToken cancellationToken)
        {
            var lease = await ledger.Store.LeaseAsync(LeaseRequest.Take(Work, sequencer._instance, Now, LeaseLength), cancellationToken).ConfigureAwait(false);
            if (lease is null)
            {
                return await ResultAsync(isElsewhere: true, cancellationToken).ConfigureAwait(false);
            }

            try
            {
                while (true)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    if (lease is null)
                    {
                        return await ResultAsync(isElsewhere: true, cancellationToken).ConfigureAwait(false);
                    }

                    var (isDone, standing) = await StepAsync(lease.Fence, cancellationToken).ConfigureAwait(false);
                    if (isDone)
                    {
                        return _missing is null || standing is null ? Result(standing, isElsewhere: standing is null) : throw _missing;
                    }

                    lease = lease.ExpiresAt - Now > LeaseLength / 2
                        ? lease
                        : await ledger.Store.LeaseAsync(LeaseRequest.Renew(lease, Now, LeaseLength), cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                if (lease is not null)
                {
                    await ledger.Store.LeaseAsync(LeaseRequest.Release(lease, Now), CancellationToken.None).ConfigureAwait(false);
                }
            }
        }

        private Instant Now => sequencer._clock.GetCurrentInstant();

        // One batch of positions, and what of the mirror lacks; done when there is neither, or it cannot go on.
        private async ValueTask<(bool IsDone, MirrorStanding? Standing)> StepAsync(LeaseFence fence, CancellationToken cancellationToken)
        {
            var tip = await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
            var standing = await MirrorComparison.CompareAsync(tip, ledger.Log, sequencer._mirror, cancellationToken).ConfigureAwait(false);
            if (!standing.CanOrder)
            {
                return (true, standing);
            }

            // What comes after the last batch is left for the next turn: who runs after those who append makes a batch of every few entries, and they wait for the disk with it.
            var pending = _isInOrder ? [] : await ReadPendingAsync(cancellationToken).ConfigureAwait(false);
            _isInOrder |= _missing is not null && pending.IsEmpty;
            if (!pending.IsEmpty)
            {
                var batch = OrderBatch.After(tip, pending, fence);
                switch (await ledger.Log.CommitOrderAsync(batch, cancellationToken).ConfigureAwait(false))
                {
                    case OrderResult.LeaseLost:
                        return (true, null);
                    case OrderResult.Committed:
                        (_ordered, _refusals, _isInOrder) = (_ordered + pending.Count, 0, _missing is null && pending.Count < EntriesAtOnce);
                        return (false, standing);
                    default:
                        return ++_refusals < MostRefusals ? (false, standing) : (true, null);
                }
            }

            return tip is null || !standing.CanMirror || (standing.State is MirrorState.Level && tip.MirroredSize == tip.Tree.Size)
                ? (true, standing)
                : await MirrorAsync(tip, standing, fence, cancellationToken).ConfigureAwait(false);
        }

        // One that is missing stops those after it until somebody has looked; those before it are put in order and mirrored all the same.
        private async ValueTask<ValueList<PendingEntry>> ReadPendingAsync(CancellationToken cancellationToken)
        {
            _missing = null;
            for (var limit = EntriesAtOnce; limit > 0; limit /= 2)
            {
                try
                {
                    return await ledger.Log.ReadPendingAsync(limit, cancellationToken).ConfigureAwait(false);
                }
                catch (LedgerException fault) when (fault.Id == LedgerMessages.PendingMissing)
                {
                    _missing = fault;
                }
            }

            return [];
        }

        private async ValueTask<(bool IsDone, MirrorStanding? Standing)> MirrorAsync(LedgerTip tip, MirrorStanding standing, LeaseFence fence, CancellationToken cancellationToken)
        {
            try
            {
                var mirroring = new LedgerMirroring(ledger, sequencer._mirror!, sequencer._signer);
                var (mirrored, isHeld) = await mirroring.BringAsync(tip, fence, cancellationToken).ConfigureAwait(false);
                _unsigned = mirroring.Unsigned ?? _unsigned;
                (_mirrored, _refusals) = (_mirrored + mirrored, mirrored > 0 ? 0 : _refusals + 1);
                return isHeld && _refusals < MostRefusals ? (false, standing) : (true, null);
            }
            // Of the mirror alone: what the database refuses in between, as for want of room, is told as that.
            catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is { } state)
            {
                return (true, standing with { State = state, Fault = fault });
            }
        }

        private async ValueTask<SequencingResult> ResultAsync(bool isElsewhere, CancellationToken cancellationToken) =>
            Result(await MirrorComparison.CompareAsync(await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false), ledger.Log, sequencer._mirror, cancellationToken).ConfigureAwait(false), isElsewhere);

        private SequencingResult Result(MirrorStanding? standing, bool isElsewhere) => new()
        {
            Ordered = _ordered,
            Mirrored = _mirrored,
            Mirror = standing ?? new MirrorStanding { State = MirrorState.Unknown, Size = 0, KnownMirrored = 0 },
            IsElsewhere = isElsewhere,
            Unsigned = _unsigned,
        };
    }
}
