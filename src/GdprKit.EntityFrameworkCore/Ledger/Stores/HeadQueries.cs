using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Looks up, pages and counts heads.</summary>
internal static class HeadQueries
{
    // As many as a decision asks about. Of more, each is looked up by its own key, and not sought among all that the person has.
    private const int StreamsOfPerson = 16;

    // From so many on, one statement about all of them costs less than one about each.
    private const int FewPeople = 4;

    public static ValueTask<ValueList<StreamHead>> FindAsync(HostCommands commands, ValueList<StreamId> streams, CancellationToken cancellationToken) =>
        streams.Count == 1 ? commands.ReadPreparedAsync(commands.Sql.FindHead, ArgumentsOf(streams[0]), StoredRows.Head, cancellationToken)
        : KindsOfOnePerson(streams) is { } kinds ? FindOfPersonAsync(commands, streams, kinds, cancellationToken)
        : FindSeveralAsync(commands, [.. streams.Distinct()], cancellationToken);

    /// <summary>The kinds of the streams, where they are few and all about one person; the last is repeated.</summary>
    private static (StreamKind First, StreamKind Second, StreamKind Third, StreamKind Fourth)? KindsOfOnePerson(ValueList<StreamId> streams)
    {
        if (streams.Count is 0 or > StreamsOfPerson || streams[0].Subject.IsNone)
        {
            return null;
        }

        Span<StreamKind> kinds = [streams[0].Kind, default, default, default];
        var count = 1;
        foreach (var stream in streams)
        {
            var isKnown = kinds[..count].Contains(stream.Kind);
            if (stream.Subject != streams[0].Subject || (!isKnown && count == kinds.Length))
            {
                return null;
            }

            if (!isKnown)
            {
                kinds[count++] = stream.Kind;
            }
        }

        kinds[count..].Fill(kinds[count - 1]);
        return (kinds[0], kinds[1], kinds[2], kinds[3]);
    }

    private static ValueTask<ValueList<StreamHead>> FindOfPersonAsync(
        HostCommands commands, ValueList<StreamId> streams, (StreamKind First, StreamKind Second, StreamKind Third, StreamKind Fourth) kinds, CancellationToken cancellationToken) =>
        commands.ReadPreparedAsync(
            commands.Sql.FindHeadsOfPerson(kinds), [new("@subject", StoredBytes.Of(streams[0].Subject))], row => StoredRows.HeadAmong(streams, row), cancellationToken);

    private static async ValueTask<ValueList<StreamHead>> FindSeveralAsync(HostCommands commands, StreamId[] streams, CancellationToken cancellationToken) =>
        !commands.Sql.Dialect.IsSqlite ? await commands.ReadPreparedAsync(
            commands.Sql.FindHeads,
            [
                new("@kinds", Array.ConvertAll(streams, stream => stream.Kind.ToString())),
                new("@subjects", Array.ConvertAll(streams, stream => StoredBytes.Of(stream.Subject))),
                new("@keys", Array.ConvertAll(streams, stream => stream.Key.ToString())),
            ],
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false)
        : OfManyPeople(streams) is { } sameOfEach ? await FindOfPeopleAsync(commands, sameOfEach, cancellationToken).ConfigureAwait(false)
        : (await commands.ReadEachAsync(commands.Sql.FindHead, streams, ArgumentsOf, StoredRows.Head, cancellationToken).ConfigureAwait(false)).ToValueList();

    /// <summary>The streams by kind and key, where they are the same few of many people; else <see langword="null"/>.</summary>
    private static List<StreamId[]>? OfManyPeople(StreamId[] streams)
    {
        var sameOfEach = streams.GroupBy(stream => (stream.Kind, stream.Key)).Select(same => same.ToArray()).ToList();
        return streams.Length < sameOfEach.Count * FewPeople ? null : sameOfEach;
    }

    private static async ValueTask<ValueList<StreamHead>> FindOfPeopleAsync(
        HostCommands commands, List<StreamId[]> sameOfEach, CancellationToken cancellationToken) =>
        (await commands.ReadEachAsync(
            commands.Sql.SqliteHeadsOfPeople,
            sameOfEach,
            same => [new("@kind", same[0].Kind.ToString()), new("@key", same[0].Key.ToString()), new("@people", StoredBytes.Of(same)), new("@count", same.LongLength)],
            StoredRows.Head,
            cancellationToken).ConfigureAwait(false)).ToValueList();

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
