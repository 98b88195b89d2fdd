namespace GdprKit.Ledger;

/// <summary>Asks whether the ledger has grown out of what a checkpoint says of it.</summary>
internal sealed class CheckpointVerification(LedgerAccess ledger, ILedgerMirror? mirror, ICheckpointVerifier verifier)
{
    /// <summary>Whether the checkpoint that the mirror keeps fits; one that is not there does.</summary>
    /// <param name="tip">The tip of the database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<bool> FitsMirroredAsync(LedgerTip? tip, CancellationToken cancellationToken)
    {
        if (mirror is null)
        {
            return true;
        }

        try
        {
            return await mirror.ReadCheckpointAsync(cancellationToken).ConfigureAwait(false) is not { } kept || await FitsAsync(kept, tip, cancellationToken).ConfigureAwait(false);
        }
        catch (LedgerException fault) when (MirrorComparison.StateOf(fault) is not null)
        {
            // That the mirror cannot be read is said of the mirror.
            return true;
        }
        catch (Exception fault) when (fault is not (LedgerException or OperationCanceledException))
        {
            // Without the key nobody can tell; what cannot be told does not pass for right.
            return false;
        }
    }

    /// <summary>Whether a checkpoint is of this ledger, signed by its key, and the ledger has the root that it says. One that is further than both the database and the mirror does not fit.</summary>
    /// <param name="checkpoint">The text.</param>
    /// <param name="tip">The tip of the database.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<bool> FitsAsync(string checkpoint, LedgerTip? tip, CancellationToken cancellationToken)
    {
        if (await verifier.OpenAsync(checkpoint, cancellationToken).ConfigureAwait(false) is not { Size: >= 0 } claim)
        {
            return false;
        }

        var tree = tip?.Tree ?? MerkleTree.Empty;
        if (claim.Size <= tree.Size)
        {
            return claim.Root == (claim.Size == tree.Size ? tree.Root : await new MerkleProofs(ledger.Log).RootAsync(claim.Size, cancellationToken).ConfigureAwait(false));
        }

        // The database is behind; that it is, is said elsewhere. What it lost can still be what was signed.
        var held = mirror is null ? null : await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false);
        return claim.Size <= held?.Tree.Size && claim.Root == await mirror!.ReadRootAsync(claim.Size, cancellationToken).ConfigureAwait(false);
    }
}
