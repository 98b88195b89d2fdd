using NodaTime;

namespace GdprKit.Ledger;

/// <summary>
/// Recomputes a ledger from what is stored, compares it with its tree, its heads, its content and its mirror, and names what does not fit, the first bad entry first. It
/// changes nothing, and others can append meanwhile.
/// </summary>
/// <remarks>
/// <para>
/// Who can write to the database alone can make entries, hashes, nodes and tip fit together again. That is noticed by what lies outside of it: the mirror, and checkpoints
/// that somebody keeps (<see cref="FitsAsync"/>); the one that the mirror keeps is verified with it. What waits for a position is verified when it has one; who is linked to whom,
/// and leases, are no part of the ledger and not verified.
/// </para>
/// <para>Reads page after page, in bounded memory. Works in a unit of work of its own. Safe for use by several threads.</para>
/// </remarks>
public sealed class LedgerVerification
{
    private readonly ILedgerAccess _access;
    private readonly IClock _clock;
    private readonly ILedgerMirror? _mirror;
    private readonly ValueList<StreamFold> _folds;
    private readonly ICheckpointVerifier? _checkpoints;

    /// <summary>Makes a verification of a ledger.</summary>
    /// <param name="store">Where the ledger is kept.</param>
    /// <param name="log">Its order, over the same database.</param>
    /// <param name="folds">The folds that the program knows, whose heads are folded again.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="mirror">Its mirror; <see langword="null"/> when it has none.</param>
    /// <param name="checkpoints">Opens its checkpoints; <see langword="null"/> when nobody signs any.</param>
    public LedgerVerification(
        ILedgerStore store, ILedgerLog log, IEnumerable<StreamFold> folds, IClock clock, ILedgerMirror? mirror = null, ICheckpointVerifier? checkpoints = null)
        : this(new DirectAccess(store, log), folds, clock, mirror, checkpoints)
    {
    }

    internal LedgerVerification(ILedgerAccess access, IEnumerable<StreamFold> folds, IClock clock, ILedgerMirror? mirror, ICheckpointVerifier? checkpoints) =>
        (_access, _folds, _clock, _mirror, _checkpoints) = (access, folds.ToValueList(), clock, mirror, checkpoints);

    /// <summary>Verifies the ledger as it stands when it begins; what is put in order meanwhile is left for the next time.</summary>
    /// <param name="scope">How much of it.</param>
    /// <param name="progress">Told how far it has come, after every page; <see langword="null"/> for nobody.</param>
    /// <param name="cancellationToken">Ends the work between two pages.</param>
    public ValueTask<VerificationReport> VerifyAsync(
        VerificationScope scope = VerificationScope.Everything, IProgress<VerificationProgress>? progress = null, CancellationToken cancellationToken = default) =>
        _access.UseAsync((ledger, token) => VerifyAsync(ledger, scope, progress, token), cancellationToken);

    /// <summary>
    /// Whether a checkpoint that somebody kept, an auditor or whoever asked for it, still fits: the key of this ledger signed it, and the ledger of today has grown out of what it
    /// says. If not, and it was right once, history was rewritten since.
    /// </summary>
    /// <param name="checkpoint">The whole text of the checkpoint.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns><see langword="false"/> also for one of another ledger or another key, and for one that is further than both the database and its mirror.</returns>
    /// <exception cref="LedgerException">GDPR3126: nothing opens checkpoints here. GDPR3120, GDPR3125: the order is damaged, so that nothing can be said.</exception>
    /// <exception cref="GdprKitException">The key, or the mirror where it is needed, cannot be read.</exception>
    public ValueTask<bool> FitsAsync(string checkpoint, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        var verifier = _checkpoints ?? throw LedgerException.NoCheckpointVerifier();
        return _access.UseAsync(
            async (ledger, token) => await new CheckpointVerification(ledger, _mirror, verifier)
                .FitsAsync(checkpoint, await ledger.Log.ReadTipAsync(token).ConfigureAwait(false), token).ConfigureAwait(false),
            cancellationToken);
    }

    private async ValueTask<VerificationReport> VerifyAsync(LedgerAccess ledger, VerificationScope scope, IProgress<VerificationProgress>? progress, CancellationToken cancellationToken)
    {
        var (at, findings) = (_clock.GetCurrentInstant(), new FindingList());
        var tip = await ReadTipAsync(ledger, findings, cancellationToken).ConfigureAwait(false);
        var isWhole = scope != VerificationScope.Entries;
        var entries = new EntryVerification(ledger, scope, _mirror, findings, progress);
        await entries.RunAsync(tip, cancellationToken).ConfigureAwait(false);
        var pending = await VerifyPendingAsync(ledger, isWhole, findings, cancellationToken).ConfigureAwait(false);
        await FindStraysAsync(ledger, findings, cancellationToken).ConfigureAwait(false);
        await FindStrayNodesAsync(ledger, findings, cancellationToken).ConfigureAwait(false);
        var heads = isWhole ? await new HeadVerification(ledger, findings, progress).RunAsync(_folds, entries.Tree.Size, cancellationToken).ConfigureAwait(false) : 0;
        var standing = await CompareAsync(tip, ledger, findings, cancellationToken).ConfigureAwait(false);
        if (standing.NeedsAttention)
        {
            findings.Add(new VerificationFinding(VerificationFault.MirrorUnfit));
        }

        if (!await FitsCheckpointAsync(tip, ledger, cancellationToken).ConfigureAwait(false))
        {
            findings.Add(new VerificationFinding(VerificationFault.CheckpointUnfit));
        }

        return new VerificationReport
        {
            At = at,
            Tree = entries.Tree,
            Entries = entries.Tree.Size,
            Expired = entries.Expired,
            Pending = pending,
            Heads = heads,
            Mirror = standing,
            Faults = findings.Count,
            Findings = findings.First,
        };
    }

    private static async ValueTask<LedgerTip?> ReadTipAsync(LedgerAccess ledger, FindingList findings, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.Log.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (fault.Id == LedgerMessages.TipUnreadable)
        {
            findings.Add(new VerificationFinding(VerificationFault.TipUnreadable));
            return null;
        }
    }

    private async ValueTask<MirrorStanding> CompareAsync(LedgerTip? tip, LedgerAccess ledger, FindingList findings, CancellationToken cancellationToken)
    {
        try
        {
            return await MirrorComparison.CompareAsync(tip, ledger.Log, _mirror, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (fault.Id is LedgerMessages.NodesMissing or LedgerMessages.TipUnreadable)
        {
            // Which nodes, or that the tip cannot be read, was found before.
            findings.Add(new VerificationFinding(fault.Id == LedgerMessages.NodesMissing ? VerificationFault.NodeChanged : VerificationFault.TipUnreadable));
            return new MirrorStanding { State = MirrorState.Unknown, Size = tip?.Tree.Size ?? 0, KnownMirrored = tip?.MirroredSize ?? 0 };
        }
    }

    private async ValueTask<bool> FitsCheckpointAsync(LedgerTip? tip, LedgerAccess ledger, CancellationToken cancellationToken)
    {
        try
        {
            return _checkpoints is null || await new CheckpointVerification(ledger, _mirror, _checkpoints).FitsMirroredAsync(tip, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (fault.Id == LedgerMessages.NodesMissing)
        {
            // Which nodes was found before.
            return true;
        }
    }

    private static async ValueTask<long> VerifyPendingAsync(LedgerAccess ledger, bool isWhole, FindingList findings, CancellationToken cancellationToken)
    {
        var count = await ledger.Log.CountPendingAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var pending = await ledger.Log.ReadPendingAsync(LedgerLimits.ItemsAtOnce, cancellationToken).ConfigureAwait(false);
            if (isWhole)
            {
                await new HeadlessStreams(ledger, findings).FindAsync(pending, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (LedgerException fault) when (fault.Id == LedgerMessages.PendingMissing)
        {
            findings.Add(new VerificationFinding(VerificationFault.PendingMissing, Entry: fault.Entry));
        }

        return count;
    }

    // Where one is beyond all positions, none is told.
    private static async ValueTask FindStrayNodesAsync(LedgerAccess ledger, FindingList findings, CancellationToken cancellationToken)
    {
        foreach (var node in await ledger.Log.FindStrayNodesAsync(LedgerLimits.HeadsPerPage, cancellationToken).ConfigureAwait(false))
        {
            var isPlace = node is { Level: >= 0 and < 63, Index: >= 0 } && node.Index <= long.MaxValue >> node.Level;
            findings.Add(new VerificationFinding(VerificationFault.NodeChanged, isPlace ? node.Index << node.Level : null));
        }
    }

    private static async ValueTask FindStraysAsync(LedgerAccess ledger, FindingList findings, CancellationToken cancellationToken)
    {
        EntryId? after = null;
        ValueList<EntryId> page;
        do
        {
            page = await ledger.Log.FindStraysAsync(after, LedgerLimits.HeadsPerPage, cancellationToken).ConfigureAwait(false);
            foreach (var stray in page)
            {
                findings.Add(new VerificationFinding(VerificationFault.Stray, Entry: stray == default ? null : stray));
                after = stray;
            }
        }
        while (page.Count == LedgerLimits.HeadsPerPage && after != default(EntryId));
    }
}
