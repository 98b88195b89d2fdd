using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads the order of the ledger.</summary>
internal static class LogQueries
{
    private const int ColumnsOfOrder = 4;

    private const int UsualLimits = 500;

    public static async ValueTask<LedgerTip?> TipAsync(HostCommands commands, CancellationToken cancellationToken) =>
        (await commands.ReadAsync($"SELECT ledger, size, edge, mirrored_size FROM {commands.Sql.Tip} WHERE id = 1", [], Tip, cancellationToken).ConfigureAwait(false)).SingleOrDefault();

    public static LedgerTip Tip(DbDataReader row)
    {
        try
        {
            return new LedgerTip
            {
                Ledger = new Guid(StoredRows.Bytes(row, 0), bigEndian: true),
                Tree = MerkleTree.Restore(row.GetInt64(1), StoredBytes.DigestsOf(StoredRows.Bytes(row, 2))),
                MirroredSize = row.GetInt64(3),
            };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            throw LedgerException.TipUnreadable(exception);
        }
    }

    public static ValueTask<ValueList<PendingEntry>> PendingAsync(HostCommands commands, int limit, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        return LimitedAsync(
            commands,
            $"""
            SELECT u.number, u.entry_id, COALESCE(e.hash, x.hash)
            FROM (SELECT number, entry_id FROM {sql.Unordered} ORDER BY number LIMIT {limit}) u
            LEFT JOIN {sql.Entry} e ON e.entry_id = u.entry_id LEFT JOIN {sql.Expired} x ON x.entry_id = u.entry_id
            ORDER BY u.number
            """,
            limit,
            [],
            Pending,
            cancellationToken);
    }

    /// <summary>There is no index for it: what waits is soon gone, and is read once whatever is asked about.</summary>
    public static async ValueTask<ValueList<PendingEntry>> FindPendingAsync(HostCommands commands, ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        byte[][] ids = [.. entries.Distinct().Select(StoredBytes.Of)];
        var (among, argument) = sql.Dialect.IsSqlite
            ? ("hex(u.entry_id) IN (SELECT value FROM json_each(@ids))", new Argument("@ids", $"[{string.Join(',', ids.Select(id => $"\"{Convert.ToHexString(id)}\""))}]"))
            : ("u.entry_id = ANY(@ids)", new Argument("@ids", ids));
        return (await commands.ReadAsync(
            $"""
            SELECT u.number, u.entry_id, COALESCE(e.hash, x.hash)
            FROM {sql.Unordered} u LEFT JOIN {sql.Entry} e ON e.entry_id = u.entry_id LEFT JOIN {sql.Expired} x ON x.entry_id = u.entry_id
            WHERE {among}
            """,
            [argument],
            Pending,
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<long> CountPendingAsync(HostCommands commands, CancellationToken cancellationToken) =>
        (await commands.ReadAsync($"SELECT count(*) FROM {commands.Sql.Unordered}", [], row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];

    /// <summary>That an entry has expired is asked only of those that are not there: nearly all are.</summary>
    public static ValueTask<ValueList<OrderedEntry>> PageAsync(HostCommands commands, long from, int limit, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        return LimitedAsync(
            commands,
            $"""
            SELECT o.position, o.entry_id, o.hash, CASE WHEN e.entry_id IS NULL THEN (SELECT x.hash FROM {sql.Expired} x WHERE x.entry_id = o.entry_id) END, {StoredRows.EntryColumns}
            FROM (SELECT position, entry_id, hash FROM {sql.Order} WHERE position >= @from ORDER BY position LIMIT {limit}) o
            LEFT JOIN {sql.Entry} e ON e.entry_id = o.entry_id LEFT JOIN {sql.Details} d ON d.entry_id = o.entry_id
            ORDER BY o.position
            """,
            limit,
            [new("@from", from)],
            Ordered,
            cancellationToken);
    }

    public static async ValueTask<ValueList<EntryPosition>> PositionsAsync(HostCommands commands, ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        byte[][] ids = [.. entries.Distinct().Select(StoredBytes.Of)];
        var order = commands.Sql.Order;
        return (commands.Sql.Dialect.IsSqlite
            ? await commands.ReadEachAsync($"SELECT entry_id, position FROM {order} WHERE entry_id = @id", ids, id => [new("@id", id)], Position, cancellationToken).ConfigureAwait(false)
            : await commands.ReadAsync($"SELECT entry_id, position FROM {order} WHERE entry_id = ANY(@ids)", [new("@ids", ids)], Position, cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<ValueList<EntryId>> StraysAsync(HostCommands commands, EntryId? after, int limit, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        Argument[] arguments = after is { } id ? [new("@limit", (long)limit), new("@after", StoredBytes.Of(id))] : [new("@limit", (long)limit)];
        return (await commands.ReadAsync(
            $"""
            SELECT DISTINCT f.entry_id FROM (
                SELECT s.entry_id FROM (
                    SELECT entry_id FROM {sql.Entry} UNION ALL SELECT entry_id FROM {sql.Expired} UNION ALL SELECT entry_id FROM {sql.Details}) s
                WHERE NOT EXISTS (SELECT 1 FROM {sql.Order} o WHERE o.entry_id = s.entry_id) AND s.entry_id NOT IN (SELECT u.entry_id FROM {sql.Unordered} u)
                UNION ALL SELECT x.entry_id FROM {sql.Expired} x JOIN {sql.Entry} e ON e.entry_id = x.entry_id
                UNION ALL SELECT d.entry_id FROM {sql.Details} d WHERE NOT EXISTS (SELECT 1 FROM {sql.Entry} e WHERE e.entry_id = d.entry_id)
                UNION ALL SELECT o.entry_id FROM {sql.Order} o JOIN {sql.Unordered} u ON u.entry_id = o.entry_id
                UNION ALL SELECT u.entry_id FROM {sql.Unordered} u GROUP BY u.entry_id HAVING count(*) > 1
                UNION ALL SELECT o.entry_id FROM {sql.Order} o WHERE o.position < 0 OR o.position >= (SELECT t.size FROM {sql.Tip} t WHERE t.id = 1)) f
            {(after is null ? "" : "WHERE f.entry_id > @after")} ORDER BY f.entry_id LIMIT @limit
            """,
            arguments,
            row => EntryIdIn(StoredRows.Bytes(row, 0)),
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<ValueList<MerkleNode>> StrayNodesAsync(HostCommands commands, int limit, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        return (await commands.ReadAsync(
            $"""
            SELECT n.level, n.place FROM {sql.Node} n
            WHERE n.level < {StoredNode.LevelsApart} OR n.level > 62 OR n.level % {StoredNode.LevelsApart} <> 0 OR n.place < 0
                OR n.place >= COALESCE((SELECT t.size FROM {sql.Tip} t WHERE t.id = 1), 0) >> n.level
            ORDER BY n.level, n.place LIMIT @limit
            """,
            [new("@limit", (long)limit)],
            row => new MerkleNode((int)Math.Clamp(row.GetInt64(0), int.MinValue, int.MaxValue), row.GetInt64(1)),
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<ValueList<Digest>> NodesAsync(HostCommands commands, ValueList<MerkleNode> nodes, CancellationToken cancellationToken)
    {
        var (hashes, sql) = (new List<Digest>(nodes.Count), commands.Sql);
        foreach (var node in nodes)
        {
            var (level, first, count) = StoredNode.RowsOf(node);
            Argument[] arguments = [new("@first", first), new("@end", first + count)];
            var rows = level == 0
                ? (await commands.ReadPreparedAsync(
                    $"SELECT hash FROM {sql.Order} WHERE position >= @first AND position < @end ORDER BY position", arguments, Hash, cancellationToken).ConfigureAwait(false)).Select(MerkleTree.LeafOf)
                : await commands.ReadPreparedAsync(
                    $"SELECT hash FROM {sql.Node} WHERE level = @level AND place >= @first AND place < @end ORDER BY place", [new("@level", level), .. arguments], Hash, cancellationToken).ConfigureAwait(false);
            Digest[] below = [.. rows];

            // Who makes proofs tells how many are missing.
            if (below.Length == count)
            {
                hashes.Add(StoredNode.RootOf(below));
            }
        }

        return hashes.ToValueList();
    }

    // PostgreSQL plans for a tenth of the table when it does not know the limit, and then reads all of it for every page. Who asks for pages of one size
    // finds the plan again; whatever else is asked for is not worth keeping.
    private static async ValueTask<ValueList<T>> LimitedAsync<T>(
        HostCommands commands, string text, int limit, Argument[] arguments, Func<DbDataReader, T> read, CancellationToken cancellationToken)
        where T : notnull =>
        limit % UsualLimits == 0
            ? await commands.ReadPreparedAsync(text, arguments, row => read(row), cancellationToken).ConfigureAwait(false)
            : (await commands.ReadAsync(text, arguments, read, cancellationToken).ConfigureAwait(false)).ToValueList();

    private static Digest Hash(DbDataReader row) => DigestIn(StoredRows.Bytes(row, 0));

    private static EntryPosition Position(DbDataReader row) => new(StoredBytes.EntryIdOf(StoredRows.Bytes(row, 0)), row.GetInt64(1));

    private static PendingEntry Pending(DbDataReader row)
    {
        var id = EntryIdIn(StoredRows.Bytes(row, 1));
        return id != default && !row.IsDBNull(2) && StoredRows.Bytes(row, 2) is { Length: Digest.ByteCount } hash
            ? new PendingEntry(row.GetInt64(0), id, Digest.FromBytes(hash))
            : throw LedgerException.PendingMissing(id);
    }

    // Whether what is stored is right is judged by who verifies it, so what cannot be read is shown as missing.
    private static OrderedEntry Ordered(DbDataReader row) => new()
    {
        Position = row.GetInt64(0),
        Id = EntryIdIn(StoredRows.Bytes(row, 1)),
        Hash = DigestIn(StoredRows.Bytes(row, 2)),
        ExpiredHash = row.IsDBNull(3) ? null : DigestIn(StoredRows.Bytes(row, 3)),
        Entry = row.IsDBNull(ColumnsOfOrder) ? null : Readable(row),
    };

    private static LedgerEntry? Readable(DbDataReader row)
    {
        try
        {
            return StoredRows.Entry(row, ColumnsOfOrder);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or InvalidCastException or OverflowException or InvalidOperationException)
        {
            return null;
        }
    }

    private static EntryId EntryIdIn(byte[] bytes)
    {
        try
        {
            return StoredBytes.EntryIdOf(bytes);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return default;
        }
    }

    private static Digest DigestIn(byte[] bytes) => bytes.Length == Digest.ByteCount ? Digest.FromBytes(bytes) : default;
}
