namespace GdprKit.Ledger;

/// <summary>Brings to the mirror what has a position and is not there yet. Whoever does it holds the lease of the order.</summary>
internal sealed class LedgerMirroring(LedgerAccess ledger, ILedgerMirror mirror, ICheckpointSigner? signer)
{
    private const int EntriesAtOnce = 500;

    /// <summary>Why the checkpoint of the piece was not signed; <see langword="null"/> when it was, or there was none to sign.</summary>
    public Exception? Unsigned { get; private set; }

    /// <summary>Brings a piece there.</summary>
    /// <param name="tip">The tip that stands; the mirror was compared with it.</param>
    /// <param name="fence">The lease.</param>
    /// <param name="cancellationToken">Ends the work; what is there stays there.</param>
    /// <returns>How many entries came there, and whether the lease was still held; where it was not, nothing is known to be there.</returns>
    public async ValueTask<(long Mirrored, bool IsHeld)> BringAsync(LedgerTip tip, LeaseFence fence, CancellationToken cancellationToken)
    {
        var held = await mirror.ReadTipAsync(cancellationToken).ConfigureAwait(false) ?? new MirrorTip { Ledger = tip.Ledger, Tree = MerkleTree.Empty };
        if (held.Tree.Size > tip.MirroredSize)
        {
            // It came there and was not written down, because somebody was interrupted between the two.
            return (0, await ledger.Log.CommitMirroredAsync(tip, held.Tree.Size, fence, cancellationToken).ConfigureAwait(false));
        }

        var entries = IntactOf(held.Tree.Size, await ledger.Log.ReadLogAsync(held.Tree.Size, EntriesAtOnce, cancellationToken).ConfigureAwait(false));
        var batch = MirrorBatch.After(held, entries, await LackingAsync(entries, cancellationToken).ConfigureAwait(false));
        if (batch.Next.Tree.Size == tip.Tree.Size)
        {
            batch = batch.Signed(await SignAsync(batch.Next.Tree, cancellationToken).ConfigureAwait(false));
        }

        return await mirror.AppendAsync(batch, cancellationToken).ConfigureAwait(false)
            ? (entries.Count, await ledger.Log.CommitMirroredAsync(tip, batch.Next.Tree.Size, fence, cancellationToken).ConfigureAwait(false))
            : (0, true);
    }

    // Entries that are safe count for more than a signature over them: who lost the key goes on mirroring, and is told.
    private async ValueTask<string?> SignAsync(MerkleTree tree, CancellationToken cancellationToken)
    {
        try
        {
            return signer is null ? null : await signer.SignAsync(tree, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            Unsigned = fault;
            return null;
        }
    }

    // What was changed after it was put in order is not carried on; what comes before it is.
    private static ValueList<OrderedEntry> IntactOf(long from, ValueList<OrderedEntry> entries)
    {
        var intact = 0;
        while (intact < entries.Count && entries[intact].Position == from + intact && entries[intact].IsIntact)
        {
            intact++;
        }

        return intact == 0 ? throw LedgerException.NotAsOrdered(from)
            : intact == entries.Count ? entries
            : entries.Take(intact).ToValueList();
    }

    private async ValueTask<ValueList<LedgerContent>> LackingAsync(ValueList<OrderedEntry> entries, CancellationToken cancellationToken)
    {
        var named = entries.SelectMany(entry => entry.Entry?.Content ?? []).Distinct().ToValueList();
        if (named.IsEmpty)
        {
            return [];
        }

        var content = new List<LedgerContent>();
        foreach (var digest in await mirror.FindLackingContentAsync(named, cancellationToken).ConfigureAwait(false))
        {
            // That an entry refers to content which nobody stored is no fault.
            if (await ledger.Store.ReadContentAsync(digest, cancellationToken).ConfigureAwait(false) is { } found)
            {
                content.Add(found);
            }
        }

        return content.ToValueList();
    }
}
