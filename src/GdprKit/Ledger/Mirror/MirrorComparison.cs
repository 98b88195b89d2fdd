namespace GdprKit.Ledger;

/// <summary>
/// Compares the ledger in the database with its mirror by sizes and roots, and never by time: entries that are older than the newest one in a backup can be
/// missing from it. It reads as many rows as the tree is high, however long the ledger is.
/// </summary>
internal static class MirrorComparison
{
    public static async ValueTask<MirrorStanding> CompareAsync(LedgerTip? tip, ILedgerLog log, ILedgerMirror? mirror, CancellationToken cancellationToken)
    {
        var (size, known) = (tip?.Tree.Size ?? 0, tip?.MirroredSize ?? 0);
        if (mirror is null)
        {
            return new MirrorStanding { State = MirrorState.NotKept, Size = size, KnownMirrored = known };
        }

        try
        {
            var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
            var state = await StateAsync(tip, held, log, mirror, cancellationToken).ConfigureAwait(false);
            if (state is MirrorState.Behind && await log.ReadTipAsync(cancellationToken).ConfigureAwait(false) is { } standing && standing != tip)
            {
                // Somebody else put entries in order and mirrored them between the two looks.
                return await CompareAsync(standing, log, mirror, cancellationToken).ConfigureAwait(false);
            }

            return new MirrorStanding { State = state, Size = size, KnownMirrored = known, MirrorSize = held?.Tree.Size ?? 0 };
        }
        catch (LedgerException fault) when (StateOf(fault) is { } state)
        {
            return new MirrorStanding { State = state, Size = size, KnownMirrored = known, Fault = fault };
        }
    }

    /// <summary>What a refusal of a mirror means; <see langword="null"/> when it is none, as that of a database without room, which has an id of its own.</summary>
    public static MirrorState? StateOf(LedgerException fault) => fault.Id switch
    {
        LedgerMessages.MirrorFull => MirrorState.Full,
        LedgerMessages.MirrorUnreachable or LedgerMessages.MirrorBusy => MirrorState.Unreachable,
        LedgerMessages.MirrorDamaged or LedgerMessages.MirrorNewer => MirrorState.Damaged,
        _ => null,
    };

    private static async ValueTask<MirrorState> StateAsync(LedgerTip? tip, MirrorTip? held, ILedgerLog log, ILedgerMirror mirror, CancellationToken cancellationToken)
    {
        var (here, there) = (tip?.Tree.Size ?? 0, held?.Tree.Size ?? 0);
        if (tip is not null && held is not null && held.Ledger != tip.Ledger)
        {
            return MirrorState.Foreign;
        }

        // What the database knows to have been there is not looked for elsewhere: a mirror that lost its end cannot say what it has lost.
        if (there < (tip?.MirroredSize ?? 0))
        {
            return MirrorState.Missing;
        }

        if (held is null || there == 0)
        {
            return here == 0 ? MirrorState.Level : MirrorState.Ahead;
        }

        var common = Math.Min(here, there);
        var ours = here == common ? tip?.Tree.Root ?? MerkleTree.Empty.Root : await new MerkleProofs(log).RootAsync(common, cancellationToken).ConfigureAwait(false);
        var theirs = there == common ? held.Tree.Root : await mirror.ReadRootAsync(common, cancellationToken).ConfigureAwait(false);
        return ours != theirs ? MirrorState.Diverged
            : here < there ? MirrorState.Behind
            : here > there ? MirrorState.Ahead
            : MirrorState.Level;
    }
}
