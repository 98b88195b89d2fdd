namespace GdprKit.Ledger;

/// <summary>The next positions of the ledger, to be written together or not at all.</summary>
/// <remarks>Immutable. Safe for use by several threads. Made by the sequencer; a store only writes it.</remarks>
public sealed record OrderBatch
{
    private OrderBatch(LedgerTip? expected, LedgerTip next, ValueList<PendingEntry> entries, ValueList<StoredNode> nodes, LeaseFence under) =>
        (Expected, Next, Entries, Nodes, Under) = (expected, next, entries, nodes, under);

    /// <summary>The tip that must stand; <see langword="null"/> when there must be none yet.</summary>
    public LedgerTip? Expected { get; }

    /// <summary>The tip that is to stand.</summary>
    public LedgerTip Next { get; }

    /// <summary>The entries, one or more, in their order: the first gets the position that is the size of the tree before it, from 0.</summary>
    public ValueList<PendingEntry> Entries { get; }

    /// <summary>The nodes that become complete by it and are to be kept: those of every eighth level from the eighth on.</summary>
    public ValueList<StoredNode> Nodes { get; }

    /// <summary>The lease under which it is done.</summary>
    public LeaseFence Under { get; }

    /// <summary>Puts entries in order after those that have a position.</summary>
    /// <param name="expected">The tip as it was read; <see langword="null"/> when there was none, and a ledger begins.</param>
    /// <param name="entries">The entries in their order, from 1 to 10,000.</param>
    /// <param name="under">The lease under which it is done.</param>
    /// <exception cref="ArgumentException">GDPR1127: there are none, or too many.</exception>
    public static OrderBatch After(LedgerTip? expected, ValueList<PendingEntry> entries, LeaseFence under) => After(expected, Guid.NewGuid(), entries, under);

    /// <summary>Puts entries in order again where others have been put in order before, also in a database that has lost all of them.</summary>
    /// <param name="expected">The tip as it was read; <see langword="null"/> when there was none.</param>
    /// <param name="ledger">Which ledger begins, where there was none.</param>
    /// <param name="entries">The entries in their order, from 1 to 10,000.</param>
    /// <param name="under">The lease under which it is done.</param>
    internal static OrderBatch After(LedgerTip? expected, Guid ledger, ValueList<PendingEntry> entries, LeaseFence under)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        if (entries.IsEmpty)
        {
            throw new ArgumentException($"{LedgerMessages.TooMuchAtOnce}: no entry is to be put in order. Give one or more.", nameof(entries));
        }

        var before = expected ?? new LedgerTip { Ledger = ledger, Tree = MerkleTree.Empty, MirroredSize = 0 };
        var nodes = new List<StoredNode>();
        var tree = before.Tree.Append(entries.Select(entry => MerkleTree.LeafOf(entry.Hash)), (node, hash) =>
        {
            if (StoredNode.IsKept(node))
            {
                nodes.Add(new StoredNode(node, hash));
            }
        });
        return new OrderBatch(expected, before with { Tree = tree }, entries, nodes.ToValueList(), under);
    }

    /// <summary>The sizes.</summary>
    public override string ToString() => Next.ToString();
}
