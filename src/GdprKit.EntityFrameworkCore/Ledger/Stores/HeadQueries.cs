using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Looks up, pages and counts heads.</summary>
internal static class HeadQueries
{
    private const int KindsOfPerson = 3;

    // As many as a decision asks about. Of more, each is looked up by its own key, and not sought among all that the person has.
    private const int StreamsOfPerson = 16;

    public static ValueTask<ValueList<StreamHead>> FindAsync(HostCommands commands, ValueList<StreamId> streams, CancellationToken cancellationToken) =>
        streams.Count == 1 ? commands.ReadPreparedAsync(commands.Sql.FindHead, ArgumentsOf(streams[0]), StoredRows.Head, cancellationToken)
        : OfOnePerson(streams) is { } kinds ? FindOfPersonAsync(commands, streams, kinds, cancellationToken)
        : FindSeveralAsync(commands, [.. streams.Distinct()], cancellationToken);

    /// <summary>The kinds of the streams, where they are few and all about one person; the last is repeated.</summary>
    private static string[]? OfOnePerson(ValueList<StreamId> streams)
    {
        if (streams.Count is 0 or > StreamsOfPerson || streams[0].Subject.IsNone || streams.Any(stream => stream.Subject != streams[0].Subject))
        {
            return null;
        }

        var kinds = streams.Select(stream => stream.Kind).Distinct().Take(KindsOfPerson + 1).ToList();
        return kinds.Count > KindsOfPerson ? null : [.. Enumerable.Range(0, KindsOfPerson).Select(i => kinds[Math.Min(i, kinds.Count - 1)].ToString())];
    }

    private static async ValueTask<ValueList<StreamHead>> FindOfPersonAsync(HostCommands commands, ValueList<StreamId> streams, string[] kinds, CancellationToken cancellationToken)
    {
        var heads = await commands.ReadPreparedAsync(
            commands.Sql.FindHeadsOfPerson,
            [new("@subject", StoredBytes.Of(streams[0].Subject)), new("@kind0", kinds[0]), new("@kind1", kinds[1]), new("@kind2", kinds[2])],
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false);
        return heads.All(head => streams.Contains(head.Stream)) ? heads : heads.Where(head => streams.Contains(head.Stream)).ToValueList();
    }

    private static async ValueTask<ValueList<StreamHead>> FindSeveralAsync(HostCommands commands, StreamId[] streams, CancellationToken cancellationToken) => commands.Sql.Dialect.IsSqlite
        ? (await commands.ReadEachAsync(commands.Sql.FindHead, streams, ArgumentsOf, StoredRows.Head, cancellationToken).ConfigureAwait(false)).ToValueList()
        : await commands.ReadPreparedAsync(
            commands.Sql.FindHeads,
            [
                new("@kinds", Array.ConvertAll(streams, stream => stream.Kind.ToString())),
                new("@subjects", Array.ConvertAll(streams, stream => StoredBytes.Of(stream.Subject))),
                new("@keys", Array.ConvertAll(streams, stream => stream.Key.ToString())),
            ],
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false);

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
