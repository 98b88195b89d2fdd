using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Makes room in the ledger of a restored copy of the database for what it has lost. On PostgreSQL nobody appends meanwhile.</summary>
internal static class LogRestoring
{
    private const string SameStream = "stream_kind = @kind AND subject = @subject AND stream_key = @key";

    private const string Later = $"{SameStream} AND version > @kept";

    public static async ValueTask<bool> AddExpiredAsync(HostCommands commands, ValueList<EntryHash> entries, LeaseFence under, CancellationToken cancellationToken)
    {
        if (!await LogWriting.IsHeldAsync(commands, under, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        var sql = commands.Sql;
        var added = new List<EntryHash>();
        foreach (var entry in entries.DistinctBy(entry => entry.Id))
        {
            var isAdded = await commands.ExecuteEachAsync(
                $"INSERT INTO {sql.Expired} (entry_id, hash) SELECT @id, @hash WHERE NOT EXISTS (SELECT 1 FROM {sql.Entry} WHERE entry_id = @id) ON CONFLICT DO NOTHING",
                [entry],
                each => [new("@id", StoredBytes.Of(each.Id)), new("@hash", StoredBytes.Of(each.Hash))],
                cancellationToken).ConfigureAwait(false);
            added.AddRange(isAdded > 0 ? [entry] : []);
        }

        await commands.ExecuteEachAsync($"INSERT INTO {sql.Unordered} (entry_id) VALUES (@id)", added, entry => [new("@id", StoredBytes.Of(entry.Id))], cancellationToken).ConfigureAwait(false);
        return true;
    }

    public static async ValueTask<bool> SetAsideAsync(HostCommands commands, ValueList<StreamRewind> streams, LeaseFence under, CancellationToken cancellationToken)
    {
        if (!commands.Sql.Dialect.IsSqlite)
        {
            await WriterLock.TakeAsync(commands, cancellationToken).ConfigureAwait(false);
        }

        return await LogWriting.IsHeldAsync(commands, under, cancellationToken).ConfigureAwait(false)
            && await Forgetting.ErasingAsync(commands, () => TakeOutAsync(commands, streams, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask<bool> GiveUpAsync(HostCommands commands, LedgerTip expected, LedgerTip next, LeaseFence under, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        if (!await LogWriting.IsHeldAsync(commands, under, cancellationToken).ConfigureAwait(false)
            || (await commands.ReadAsync(
                $"SELECT ledger, size, edge, mirrored_size FROM {sql.Tip} WHERE id = 1{LogWriting.ForUpdate(sql)}", [], LogQueries.Tip, cancellationToken).ConfigureAwait(false)).SingleOrDefault() != expected)
        {
            return false;
        }

        // Before the first that waits: what was appended later follows it in its stream.
        await commands.ExecuteAsync(
            $"""
            INSERT INTO {sql.Unordered} (number, entry_id)
            SELECT (SELECT COALESCE(LEAST(MIN(u.number), 1), 1) FROM {sql.Unordered} u) - @end + o.position, o.entry_id FROM {sql.Order} o WHERE o.position >= @size
            """.Replace("LEAST", sql.Dialect.IsSqlite ? "MIN" : "LEAST", StringComparison.Ordinal),
            [new("@end", expected.Tree.Size), new("@size", next.Tree.Size)],
            cancellationToken).ConfigureAwait(false);
        await commands.ExecuteAsync($"DELETE FROM {sql.Order} WHERE position >= @size", [new("@size", next.Tree.Size)], cancellationToken).ConfigureAwait(false);
        await commands.ExecuteAsync($"DELETE FROM {sql.Node} WHERE ((place + 1) << level) > @size", [new("@size", next.Tree.Size)], cancellationToken).ConfigureAwait(false);
        await commands.ExecuteAsync(
            $"UPDATE {sql.Tip} SET size = @size, edge = @edge, mirrored_size = @mirrored WHERE id = 1",
            [new("@size", next.Tree.Size), new("@edge", StoredBytes.Of(next.Tree.Edge)), new("@mirrored", next.MirroredSize)],
            cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static async ValueTask<bool> TakeOutAsync(HostCommands commands, ValueList<StreamRewind> streams, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        if (await EachAsync($"DELETE FROM {sql.Head} WHERE {SameStream} AND version = @expected", streams, ExpectedOf).ConfigureAwait(false) < streams.Count)
        {
            return false;
        }

        await EachAsync($"DELETE FROM {sql.Details} WHERE entry_id IN (SELECT entry_id FROM {sql.Entry} WHERE {Later})", streams, KeptOf).ConfigureAwait(false);
        await EachAsync($"INSERT INTO {sql.Expired} (entry_id, hash) SELECT entry_id, hash FROM {sql.Entry} WHERE {Later} ON CONFLICT DO NOTHING", streams, KeptOf).ConfigureAwait(false);
        await EachAsync($"DELETE FROM {sql.Entry} WHERE {Later}", streams, KeptOf).ConfigureAwait(false);
        await EachAsync(
            $"""
            INSERT INTO {sql.Head} (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            VALUES (@kind, @subject, @key, @version, @version, @recorded_at, @fold, @status, @since, @due, @state)
            """,
            streams.Select(rewind => rewind.Head).OfType<StreamHead>(),
            ArgumentsOf).ConfigureAwait(false);
        return true;

        ValueTask<int> EachAsync<TItem>(string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments) => commands.ExecuteEachAsync(text, items, arguments, cancellationToken);
    }

    private static Argument[] ExpectedOf(StreamRewind rewind) => [.. StreamOf(rewind.Stream), new("@expected", rewind.ExpectedVersion)];

    private static Argument[] KeptOf(StreamRewind rewind) => [.. StreamOf(rewind.Stream), new("@kept", rewind.KeptVersion)];

    private static Argument[] StreamOf(StreamId stream) => [new("@kind", stream.Kind.ToString()), new("@subject", StoredBytes.Of(stream.Subject)), new("@key", stream.Key.ToString())];

    private static Argument[] ArgumentsOf(StreamHead head) =>
    [
        .. StreamOf(head.Stream),
        new("@version", head.Version),
        new("@recorded_at", LedgerTime.ToMicroseconds(head.RecordedAt)),
        new("@fold", head.FoldVersion),
        new("@status", head.Index.Status.ToString()),
        new("@since", LedgerTime.ToMicroseconds(head.Index.Since)),
        new("@due", head.Index.Due is { } due ? LedgerTime.ToMicroseconds(due) : null),
        new("@state", StoredBytes.Of(head.State)),
    ];
}
