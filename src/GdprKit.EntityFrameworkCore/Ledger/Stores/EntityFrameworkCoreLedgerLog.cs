using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The order of the ledger in the application's own database, on the connection of a context and in its transaction. The model of the context has
/// the tables of <see cref="GdprKitModelBuilderExtensions"/>. Of the life of the context, and like it for one thread at a time.
/// </summary>
/// <param name="context">The context; it tracks nothing of the ledger, and saves nothing of its own here.</param>
public sealed class EntityFrameworkCoreLedgerLog(DbContext context) : ILedgerLog
{
    private readonly HostDatabase _database = new(context);

    /// <inheritdoc/>
    public ValueTask<LedgerTip?> ReadTipAsync(CancellationToken cancellationToken) => _database.ReadAsync(LogQueries.TipAsync, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ValueList<PendingEntry>> ReadPendingAsync(int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireBatch(limit);
        return _database.ReadAsync((commands, token) => LogQueries.PendingAsync(commands, limit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountPendingAsync(CancellationToken cancellationToken) => _database.ReadAsync(LogQueries.CountPendingAsync, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<OrderResult> CommitOrderAsync(OrderBatch batch, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        return _database.WriteAsync<OrderResult>(
            async (commands, token) =>
            {
                var result = await LogWriting.OrderAsync(commands, batch, token).ConfigureAwait(false);
                return (result is OrderResult.Committed, result);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> CommitMirroredAsync(LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        return WriteAsync((commands, token) => LogWriting.RememberMirroredAsync(commands, expected, mirroredSize, under, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<OrderedEntry>> ReadLogAsync(long from, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return _database.ReadAsync((commands, token) => LogQueries.PageAsync(commands, from, limit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryPosition>> FindPositionsAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return _database.ReadAsync((commands, token) => LogQueries.PositionsAsync(commands, entries, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<EntryId>> FindStraysAsync(EntryId? after, int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return _database.ReadAsync((commands, token) => LogQueries.StraysAsync(commands, after, limit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<MerkleNode>> FindStrayNodesAsync(int limit, CancellationToken cancellationToken)
    {
        LedgerLimits.RequirePage(limit);
        return _database.ReadAsync((commands, token) => LogQueries.StrayNodesAsync(commands, limit, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<Digest>> ReadAsync(ValueList<MerkleNode> nodes, CancellationToken cancellationToken) =>
        _database.ReadAsync((commands, token) => LogQueries.NodesAsync(commands, nodes, token), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ValueList<PendingEntry>> FindPendingAsync(ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return _database.ReadAsync((commands, token) => LogQueries.FindPendingAsync(commands, entries, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> AddExpiredAsync(ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireAtOnce(entries.Count);
        return WriteAsync((commands, token) => LogRestoring.AddExpiredAsync(commands, entries, under, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> SetAsideAsync(ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken)
    {
        LedgerLimits.RequireRewinds(streams.Count);
        return WriteAsync((commands, token) => LogRestoring.SetAsideAsync(commands, streams, under, token), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> GiveUpPositionsAsync(LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(expected);
        ArgumentNullException.ThrowIfNull(next);
        return WriteAsync((commands, token) => LogRestoring.GiveUpAsync(commands, expected, next, under, token), cancellationToken);
    }

    private ValueTask<bool> WriteAsync(Func<HostCommands, CancellationToken, ValueTask<bool>> work, CancellationToken cancellationToken) => _database.WriteAsync<bool>(
        async (commands, token) =>
        {
            var isDone = await work(commands, token).ConfigureAwait(false);
            return (isDone, isDone);
        },
        cancellationToken);
}
