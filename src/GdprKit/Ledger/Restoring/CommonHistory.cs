namespace GdprKit.Ledger;

/// <summary>Finds how far a database and its mirror hold the same: by roots, in as many steps as the size has binary digits.</summary>
internal static class CommonHistory
{
    /// <summary>The largest size at which both have the same root.</summary>
    public static async ValueTask<long> SizeAsync(ILedgerLog log, long here, ILedgerMirror mirror, long there, CancellationToken cancellationToken)
    {
        var proofs = new MerkleProofs(log);
        var (same, other) = (0L, Math.Min(here, there) + 1);
        while (other - same > 1)
        {
            var middle = same + ((other - same) / 2);
            var isSame = await proofs.RootAsync(middle, cancellationToken).ConfigureAwait(false) == await mirror.ReadRootAsync(middle, cancellationToken).ConfigureAwait(false);
            (same, other) = isSame ? (middle, other) : (same, middle);
        }

        return same;
    }

    /// <summary>The tree as it was at a size.</summary>
    public static async ValueTask<MerkleTree> TreeAsync(ILedgerLog log, long size, CancellationToken cancellationToken)
    {
        var nodes = new MerkleRange(0, size).Nodes().ToValueList();
        return MerkleTree.Restore(size, nodes.IsEmpty ? [] : await log.ReadAsync(nodes, cancellationToken).ConfigureAwait(false));
    }
}
