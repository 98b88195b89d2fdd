using GdprKit.Ledger;

namespace GdprKit.InMemory;

/// <summary>The order of a ledger in memory: for tests, and to read what a log must do. Not durable.</summary>
/// <remarks>Joins the transaction of a <see cref="System.Transactions.TransactionScope"/>. Safe for use by several threads.</remarks>
/// <param name="database">Where the ledger is kept; the same as that of its store.</param>
public sealed class InMemoryLedgerLog(InMemoryDatabase database) : ILedgerLog
{
    /// <inheritdoc/>
    public ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) => new(Read(cancellationToken).Tip);

    /// <inheritdoc/>
    public ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireBatch(limit);
        var image = Read(cancellationToken);
        return new(image.Pending.Take(limit).Select(each => new PendingEntry(each.Key, each.Value, image.Hashes[each.Value].Hash)).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) => new(Read(cancellationToken).Pending.Count);

    /// <inheritdoc/>
    public ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return database.WriteAsync<LedgerImage, OrderResult>(image => Commit(image, batch), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return database.WriteAsync<LedgerImage, bool>(
            image => image.Leases.GetValueOrDefault(under.Name)?.Fence == under
                && image.Tip is { } tip
                && tip.Ledger == expected.Ledger
                && (tip.MirroredSize == expected.MirroredSize || tip.MirroredSize == mirroredSize)
                && tip.Tree.Size >= mirroredSize
                    ? (image with { Tip = tip with { MirroredSize = mirroredSize } }, true)
                    : (image, false),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        var image = Read(cancellationToken);
        var end = Math.Min(image.Order.Count, Math.Max(from, 0) + limit);
        var page = new List<OrderedEntry>();
        for (var position = Math.Max(from, 0); position < end; position++)
        {
            page.Add(image.At(position));
        }

        return new(page.ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        var positions = Read(cancellationToken).Positions;
        return new(entries.Distinct().Where(positions.ContainsKey).Select(id => new EntryPosition(id, positions[id])).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        var image = Read(cancellationToken);
        var waiting = image.Pending.Values.ToHashSet();
        return new(image.Hashes
            .Where(each => each.Value.Stream is not null && (after is null || each.Key > after) && !waiting.Contains(each.Key) && !image.Positions.ContainsKey(each.Key))
            .Select(each => each.Key)
            .Take(limit)
            .ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        var image = Read(cancellationToken);
        var size = image.Tip?.Tree.Size ?? 0;
        return new(image.Nodes.Keys.Where(node => !StoredNode.IsKept(node) || node.Index < 0 || node.Index >= size >> node.Level).Take(limit).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken)
    {
        var image = Read(cancellationToken);
        var hashes = new List<Digest>();
        foreach (var node in nodes)
        {
            var (level, first, count) = StoredNode.RowsOf(node);
            Digest[] rows = level == 0
                ? [.. image.Order.Skip((int)first).Take(count).Select(entry => MerkleTree.LeafOf(entry.Hash))]
                : [.. Enumerable.Range(0, count).Select(each => new MerkleNode(level, first + each)).Where(image.Nodes.ContainsKey).Select(each => image.Nodes[each])];
            if (rows.Length == count)
            {
                hashes.Add(StoredNode.RootOf(rows));
            }
        }

        return new(hashes.ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        var (image, asked) = (Read(cancellationToken), entries.ToHashSet());
        return new(image.Pending.Where(each => asked.Contains(each.Value)).Select(each => new PendingEntry(each.Key, each.Value, image.Hashes[each.Value].Hash)).ToValueList());
    }

    /// <inheritdoc/>
    public ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return WriteAsync(under, image => image.WithExpired(entries), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireRewinds(streams.Count);
        return WriteAsync(
            under, image => streams.All(rewind => image.HeadOf(rewind.Stream)?.Version == rewind.ExpectedVersion) ? streams.Aggregate(image, (standing, rewind) => standing.With(rewind)) : null, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(next);
        return WriteAsync(under, image => image.Tip == expected ? image.Until(next) : null, cancellationToken);
    }

    private ValueTask<bool> WriteAsync(LeaseFence under, Func<LedgerImage, LedgerImage?> change, CancellationToken cancellationToken) => database.WriteAsync<LedgerImage, bool>(
        image => image.Leases.GetValueOrDefault(under.Name)?.Fence == under && change(image) is { } changed ? (changed, true) : (image, false), cancellationToken);

    private static (LedgerImage Image, OrderResult Result) Commit(LedgerImage image, OrderBatch batch)
    {
        if (image.Leases.GetValueOrDefault(batch.Under.Name)?.Fence != batch.Under)
        {
            return (image, new OrderResult.LeaseLost());
        }

        if (image.Tip is { } tip && (tip.Ledger, tip.Tree) == (batch.Next.Ledger, batch.Next.Tree))
        {
            return (image, new OrderResult.Committed());
        }

        return (image.Tip?.Ledger, image.Tip?.Tree) == (batch.Expected?.Ledger, batch.Expected?.Tree) && batch.Entries.All(entry => image.Pending.GetValueOrDefault(entry.Number) == entry.Id)
            ? (image.With(batch), new OrderResult.Committed())
            : (image, new OrderResult.TipMoved());
    }

    private LedgerImage Read(CancellationToken cancellationToken) => database.Read<LedgerImage>(cancellationToken);
}
