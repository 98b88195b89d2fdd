using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Writes positions. The tip is locked by a statement of its own, before anything is looked at, so that on PostgreSQL the next statements see what was committed
/// by who held it before; who appends takes no lock that is met here.
/// </summary>
internal static class LogWriting
{
    // A node is computed from the entries, so what somebody put in its place beside the ledger is wrong.
    private const string OverTheSame = "ON CONFLICT (level, place) DO UPDATE SET hash = excluded.hash";

    public static async ValueTask<OrderResult> OrderAsync(HostCommands commands, OrderBatch batch, CancellationToken cancellationToken)
    {
        if (!await IsHeldAsync(commands, batch.Under, cancellationToken).ConfigureAwait(false))
        {
            return new OrderResult.LeaseLost();
        }

        var standing = await LockTipAsync(commands, batch, cancellationToken).ConfigureAwait(false);
        if (standing is not null && (standing.Ledger, standing.Tree) == (batch.Next.Ledger, batch.Next.Tree))
        {
            return new OrderResult.Committed();
        }

        if (!IsExpected(batch, standing) || !await TakeAsync(commands, batch, cancellationToken).ConfigureAwait(false))
        {
            return new OrderResult.TipMoved();
        }

        try
        {
            return await WriteAsync(commands, batch, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception) when (TransactionRefusals.IsTaken(exception, commands.Sql.Dialect))
        {
            throw LedgerException.PositionTaken(exception);
        }
    }

    public static async ValueTask<bool> RememberMirroredAsync(HostCommands commands, LedgerTip expected, long mirroredSize, LeaseFence under, CancellationToken cancellationToken) =>
        await IsHeldAsync(commands, under, cancellationToken).ConfigureAwait(false)
        && await commands.ExecuteAsync(
            $"UPDATE {commands.Sql.Tip} SET mirrored_size = @mirrored WHERE id = 1 AND ledger = @ledger AND mirrored_size IN (@expected, @mirrored) AND size >= @mirrored",
            [new("@mirrored", mirroredSize), new("@ledger", StoredBytes.Of(expected.Ledger)), new("@expected", expected.MirroredSize)],
            cancellationToken).ConfigureAwait(false) == 1;

    // A ledger begins with a tip of size 0, which is locked from then on.
    private static bool IsExpected(OrderBatch batch, LedgerTip? standing) => standing is not null
        && (batch.Expected is { } expected ? (standing.Ledger, standing.Tree) == (expected.Ledger, expected.Tree) : standing.Ledger == batch.Next.Ledger && standing.Tree.Size == 0);

    private static async ValueTask<LedgerTip?> LockTipAsync(HostCommands commands, OrderBatch batch, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        if (batch.Expected is null)
        {
            await commands.ExecuteAsync(
                $"INSERT INTO {sql.Tip} (id, ledger, size, edge, mirrored_size) VALUES (1, @ledger, 0, @edge, 0) ON CONFLICT DO NOTHING",
                [new("@ledger", StoredBytes.Of(batch.Next.Ledger)), new("@edge", Array.Empty<byte>())],
                cancellationToken).ConfigureAwait(false);
        }

        return (await commands.ReadAsync(
            $"SELECT ledger, size, edge, mirrored_size FROM {sql.Tip} WHERE id = 1{ForUpdate(sql)}", [], LogQueries.Tip, cancellationToken).ConfigureAwait(false)).SingleOrDefault();
    }

    // From the look at the lease to the commit nobody can take it.
    public static async ValueTask<bool> IsHeldAsync(HostCommands commands, LeaseFence fence, CancellationToken cancellationToken) =>
        (await commands.ReadAsync(
            $"SELECT 1 FROM {commands.Sql.Lease} WHERE name = @name AND number = @number{(commands.Sql.Dialect.IsSqlite ? "" : " FOR SHARE")}",
            [new("@name", fence.Name.ToString()), new("@number", fence.Number)],
            _ => true,
            cancellationToken).ConfigureAwait(false)).Count > 0;

    public static string ForUpdate(LedgerSql sql) => sql.Dialect.IsSqlite ? "" : " FOR UPDATE";

    /// <summary>Takes the entries from those that wait, and says whether all of them did.</summary>
    private static async ValueTask<bool> TakeAsync(HostCommands commands, OrderBatch batch, CancellationToken cancellationToken)
    {
        var (unordered, entries) = (commands.Sql.Unordered, batch.Entries);

        // Numbers that follow each other are those of the entries and of nobody else.
        return commands.Sql.Dialect.IsSqlite && FollowEachOther(entries)
            ? await commands.ExecuteAsync(
                $"DELETE FROM {unordered} WHERE number BETWEEN @first AND @last", [new("@first", entries[0].Number), new("@last", entries[^1].Number)], cancellationToken).ConfigureAwait(false) == entries.Count
            : commands.Sql.Dialect.IsSqlite
                ? await commands.ExecuteEachAsync($"DELETE FROM {unordered} WHERE number = @number", entries, entry => [new("@number", entry.Number)], cancellationToken).ConfigureAwait(false) == entries.Count
                : await commands.ExecuteAsync(
                    $"DELETE FROM {unordered} WHERE number = ANY(@numbers)", [new("@numbers", entries.Select(entry => entry.Number).ToArray())], cancellationToken).ConfigureAwait(false) == entries.Count;
    }

    private static bool FollowEachOther(ValueList<PendingEntry> entries)
    {
        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].Number != entries[i - 1].Number + 1)
            {
                return false;
            }
        }

        return true;
    }

    private static async ValueTask<OrderResult> WriteAsync(HostCommands commands, OrderBatch batch, CancellationToken cancellationToken)
    {
        var (sql, first) = (commands.Sql, batch.Next.Tree.Size - batch.Entries.Count);
        if (sql.Dialect.IsSqlite)
        {
            await commands.ExecuteEachAsync(
                $"INSERT INTO {sql.Order} (position, entry_id, hash) VALUES (@position, @id, @hash)",
                batch.Entries.Select((entry, index) => (Entry: entry, Position: first + index)),
                each => [new("@position", each.Position), new("@id", StoredBytes.Of(each.Entry.Id)), new("@hash", StoredBytes.Of(each.Entry.Hash))],
                cancellationToken).ConfigureAwait(false);
            await commands.ExecuteEachAsync(
                $"INSERT INTO {sql.Node} (level, place, hash) VALUES (@level, @place, @hash) {OverTheSame}",
                batch.Nodes,
                node => [new("@level", node.Node.Level), new("@place", node.Node.Index), new("@hash", StoredBytes.Of(node.Hash))],
                cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await commands.ExecuteAsync(
                $"INSERT INTO {sql.Order} (position, entry_id, hash) SELECT @first + place - 1, id, hash FROM unnest(@ids, @hashes) WITH ORDINALITY AS e(id, hash, place)",
                [
                    new("@first", first),
                    new("@ids", batch.Entries.Select(entry => StoredBytes.Of(entry.Id)).ToArray()),
                    new("@hashes", batch.Entries.Select(entry => StoredBytes.Of(entry.Hash)).ToArray()),
                ],
                cancellationToken).ConfigureAwait(false);
            if (!batch.Nodes.IsEmpty)
            {
                await commands.ExecuteAsync(
                    $"INSERT INTO {sql.Node} (level, place, hash) SELECT * FROM unnest(@levels, @places, @hashes) {OverTheSame}",
                    [
                        new("@levels", batch.Nodes.Select(node => node.Node.Level).ToArray()),
                        new("@places", batch.Nodes.Select(node => node.Node.Index).ToArray()),
                        new("@hashes", batch.Nodes.Select(node => StoredBytes.Of(node.Hash)).ToArray()),
                    ],
                    cancellationToken).ConfigureAwait(false);
            }
        }

        await commands.ExecuteAsync(
            $"UPDATE {sql.Tip} SET size = @size, edge = @edge WHERE id = 1", [new("@size", batch.Next.Tree.Size), new("@edge", StoredBytes.Of(batch.Next.Tree.Edge))], cancellationToken).ConfigureAwait(false);
        return new OrderResult.Committed();
    }
}
