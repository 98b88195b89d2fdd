namespace GdprKit.Ledger;

/// <summary>Verifies the entries in the order of their positions, and the tree that they come to.</summary>
internal sealed class EntryVerification(LedgerAccess ledger, VerificationScope scope, ILedgerMirror? mirror, FindingList findings, IProgress<VerificationProgress>? progress)
{
    private readonly bool _isWhole = scope != VerificationScope.Entries;

    /// <summary>The tree that the hashes in the order come to.</summary>
    public MerkleTree Tree { get; private set; } = MerkleTree.Empty;

    /// <summary>Of how many entries only the hash is left.</summary>
    public long Expired { get; private set; }

    public async ValueTask RunAsync(LedgerTip? tip, CancellationToken cancellationToken)
    {
        var (size, comparison) = (tip?.Tree.Size ?? long.MaxValue, mirror is null ? null : await MirrorEntries.OpenAsync(mirror, tip, findings, cancellationToken).ConfigureAwait(false));
        var content = new ContentVerification(ledger, comparison, findings);
        var page = await ReadAsync(0, size, cancellationToken).ConfigureAwait(false);
        while (!page.IsEmpty && page[0].Position < size)
        {
            // This page is hashed while the next one is read: by another thread, for a database within the process reads on this one. It is waited for here, whatever happens.
            var read = page;
#pragma warning disable RS0030
            var hashing = Task.Run(() => Hash(read, size), CancellationToken.None);
#pragma warning restore RS0030
            ValueList<OrderedEntry> next;
            try
            {
                next = await ReadAsync(Math.Min(page[^1].Position + 1, size), size, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                await ((Task)hashing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            var nodes = await hashing.ConfigureAwait(false);
            await CompareAsync(page, nodes, content, comparison, cancellationToken).ConfigureAwait(false);
            progress?.Report(new VerificationProgress(Tree.Size, tip?.Tree.Size ?? Tree.Size));
            page = next;
        }

        await content.EndAsync(cancellationToken).ConfigureAwait(false);
        if (_isWhole && comparison is not null)
        {
            await comparison.EndAsync(cancellationToken).ConfigureAwait(false);
        }

        if (tip is null)
        {
            if (Tree.Size > 0)
            {
                findings.Add(new VerificationFinding(VerificationFault.TipUnreadable));
            }

            return;
        }

        for (var missing = Tree.Size; missing < size && missing < Tree.Size + LedgerLimits.HeadsPerPage; missing++)
        {
            findings.Add(new VerificationFinding(VerificationFault.PositionMissing, missing));
        }

        if (Tree.Size == size && Tree != tip.Tree)
        {
            findings.Add(new VerificationFinding(VerificationFault.OrderChanged, comparison?.FirstDifference));
        }
    }

    private ValueTask<ValueList<OrderedEntry>> ReadAsync(long from, long size, CancellationToken cancellationToken) =>
        from < size ? ledger.Log.ReadLogAsync(from, LedgerLimits.HeadsPerPage, cancellationToken) : new([]);

    /// <summary>Hashes a page, and gives the nodes that became complete by it.</summary>
    private List<StoredNode> Hash(ValueList<OrderedEntry> page, long size)
    {
        var (kept, leaves) = (new List<StoredNode>(), new List<Digest>(page.Count));
        var next = Tree.Size;
        foreach (var entry in page)
        {
            // What has no position has no place in the tree; the others follow as if it were there.
            for (; next < Math.Min(entry.Position, size); next++)
            {
                findings.Add(new VerificationFinding(VerificationFault.PositionMissing, next));
                leaves.Add(default);
            }

            if (entry.Position >= size)
            {
                break;
            }

            Judge(entry);
            leaves.Add(MerkleTree.LeafOf(entry.Hash));
            next = entry.Position + 1;
        }

        Tree = Tree.Append(leaves, (node, hash) =>
        {
            if (StoredNode.IsKept(node))
            {
                kept.Add(new StoredNode(node, hash));
            }
        });
        return kept;
    }

    private async ValueTask CompareAsync(
        ValueList<OrderedEntry> page, List<StoredNode> nodes, ContentVerification content, MirrorEntries? comparison, CancellationToken cancellationToken)
    {
        await content.VerifyAsync(page, cancellationToken).ConfigureAwait(false);
        if (_isWhole)
        {
            // What was changed is told as that.
            var intact = page.Where(entry => entry.Entry is not null).DistinctBy(entry => entry.Entry!.Stream).Where(entry => entry.IsIntact);
            await new HeadlessStreams(ledger, findings).FindAsync(intact.Select(entry => (entry.Entry!, (long?)entry.Position)), cancellationToken).ConfigureAwait(false);
        }

        if (_isWhole && comparison is not null)
        {
            await comparison.CompareAsync(page, cancellationToken).ConfigureAwait(false);
        }

        await VerifyNodesAsync(nodes, cancellationToken).ConfigureAwait(false);
    }

    private void Judge(OrderedEntry entry)
    {
        if (entry.IsIntact)
        {
            Expired += entry.Entry is null ? 1 : 0;
            return;
        }

        findings.Add(new VerificationFinding(
            entry is { Entry: null, ExpiredHash: null } ? VerificationFault.EntryMissing : VerificationFault.EntryChanged, entry.Position, entry.Id, entry.Entry?.Stream.Kind));
    }

    // A node over what was found to be wrong is another one because of that; which entry it was says more.
    private async ValueTask VerifyNodesAsync(List<StoredNode> computed, CancellationToken cancellationToken)
    {
        foreach (var node in computed)
        {
            var (first, end) = (node.Node.Index << node.Node.Level, (node.Node.Index + 1) << node.Node.Level);
            var stored = await ledger.Log.ReadAsync([node.Node], cancellationToken).ConfigureAwait(false);
            if ((stored is not [var hash] || hash != node.Hash) && !findings.HasWithin(first, end))
            {
                findings.Add(new VerificationFinding(VerificationFault.NodeChanged, first));
            }
        }
    }
}
