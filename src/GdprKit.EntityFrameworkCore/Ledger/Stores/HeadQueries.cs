using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Looks up, pages and counts heads.</summary>
internal static class HeadQueries
{
    public static async ValueTask<ValueList<StreamHead>> FindAsync(HostCommands commands, ValueList<StreamId> streams, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        StreamId[] distinct = [.. streams.Distinct()];
        if (sql.Dialect.IsSqlite)
        {
            return (await commands.ReadEachAsync(sql.FindHead, distinct, ArgumentsOf, StoredRows.Head, cancellationToken).ConfigureAwait(false)).ToValueList();
        }

        if (distinct.Length == 1)
        {
            return (await commands.ReadPreparedAsync(sql.FindHead, ArgumentsOf(distinct[0]), StoredRows.Head, cancellationToken).ConfigureAwait(false)).ToValueList();
        }

        return (await commands.ReadPreparedAsync(
            $"""
            SELECT {LedgerSql.HeadColumns}
            FROM unnest(@kinds, @subjects, @keys) AS asked(kind, person, key)
            JOIN {sql.Head} ON stream_kind = asked.kind AND subject = asked.person AND stream_key = asked.key
            """,
            [
                new("@kinds", Array.ConvertAll(distinct, stream => stream.Kind.ToString())),
                new("@subjects", Array.ConvertAll(distinct, stream => StoredBytes.Of(stream.Subject))),
                new("@keys", Array.ConvertAll(distinct, stream => stream.Key.ToString())),
            ],
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<ValueList<StreamHead>> PageAsync(HostCommands commands, HeadQuery query, CancellationToken cancellationToken)
    {
        var conditions = new HeadConditions();
        var where = conditions.Of(query.Where, "h");
        if (query.After is { } after)
        {
            where += $" AND (h.stream_kind, h.subject, h.stream_key) > ({conditions.Add(after.Kind.ToString())}, {conditions.Add(StoredBytes.Of(after.Subject))}, {conditions.Add(after.Key.ToString())})";
        }

        return (await commands.ReadAsync(
            $"SELECT {LedgerSql.HeadColumns} FROM {commands.Sql.Head} h WHERE {where} ORDER BY stream_kind, subject, stream_key LIMIT {conditions.Add(query.Limit)}",
            conditions.Arguments,
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    public static async ValueTask<ValueList<HeadCount>> CountAsync(HostCommands commands, HeadFilter filter, CancellationToken cancellationToken)
    {
        var conditions = new HeadConditions();
        return (await commands.ReadAsync(
            $"SELECT h.status, count(*) FROM {commands.Sql.Head} h WHERE {conditions.Of(filter, "h")} GROUP BY h.status ORDER BY h.status",
            conditions.Arguments,
            row => new HeadCount(StreamStatus.Parse(row.GetString(0)), row.GetInt64(1)),
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    private static Argument[] ArgumentsOf(StreamId stream) =>
        [new("@kind", stream.Kind.ToString()), new("@subject", StoredBytes.Of(stream.Subject)), new("@key", stream.Key.ToString())];
}
