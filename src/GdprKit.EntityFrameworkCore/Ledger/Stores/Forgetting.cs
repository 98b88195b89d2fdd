using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Removes details, and streams that were kept long enough.</summary>
internal static class Forgetting
{
    private const string SameStream = "stream_kind = @kind AND subject = @subject AND stream_key = @key";

    public static async ValueTask<long> DetailsAsync(HostCommands commands, HeadFilter where, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        var conditions = new HeadConditions();
        return await ErasingAsync(
            commands,
            () => commands.ExecuteAsync(
                $"""
                DELETE FROM {sql.Details} WHERE entry_id IN (
                    SELECT e.entry_id FROM {sql.Head} h
                    JOIN {sql.Entry} e ON e.stream_kind = h.stream_kind AND e.subject = h.subject AND e.stream_key = h.stream_key
                    WHERE {conditions.Of(where, "h")} AND e.details_commitment IS NOT NULL)
                """,
                conditions.Arguments,
                cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    public static ValueTask<int> StreamsAsync(HostCommands commands, StreamExpiry expiry, CancellationToken cancellationToken) =>
        ErasingAsync(commands, () => RemoveStreamsAsync(commands, expiry, cancellationToken), cancellationToken);

    // The heads go first and lock the streams, so the next statement sees every entry that was added before.
    private static async ValueTask<int> RemoveStreamsAsync(HostCommands commands, StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        var conditions = new HeadConditions();
        var where = conditions.Of(expiry.Where, "h");
        if (!expiry.Unless.IsEmpty)
        {
            var protecting = string.Join(" OR ", expiry.Unless.Select(each => $"({conditions.Of(each, "p")})"));
            where += $" AND (h.subject = {conditions.Add(StoredBytes.Of(SubjectRef.None))} OR NOT EXISTS (SELECT 1 FROM {sql.Head} p WHERE p.subject = h.subject AND ({protecting})))";
        }

        var streams = await commands.ReadAsync(
            $"""
            DELETE FROM {sql.Head} WHERE (stream_kind, subject, stream_key) IN (
                SELECT h.stream_kind, h.subject, h.stream_key FROM {sql.Head} h WHERE {where}
                ORDER BY h.stream_kind, h.subject, h.stream_key LIMIT {conditions.Add(expiry.Limit)}{sql.ForUpdate})
            RETURNING stream_kind, subject, stream_key
            """,
            conditions.Arguments,
            row => StoredRows.Stream(row, 0),
            cancellationToken).ConfigureAwait(false);
        await EachAsync($"DELETE FROM {sql.Details} WHERE entry_id IN (SELECT entry_id FROM {sql.Entry} WHERE {SameStream})").ConfigureAwait(false);
        await EachAsync($"INSERT INTO {sql.Expired} (entry_id, hash) SELECT entry_id, hash FROM {sql.Entry} WHERE {SameStream}").ConfigureAwait(false);
        await EachAsync($"DELETE FROM {sql.Entry} WHERE {SameStream}").ConfigureAwait(false);
        return streams.Count;

        async ValueTask EachAsync(string text) => await commands.ReadEachAsync(
            text,
            streams,
            stream => [new("@kind", stream.Kind.ToString()), new("@subject", StoredBytes.Of(stream.Subject)), new("@key", stream.Key.ToString())],
            _ => 0,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Does some work that removes personal data; SQLite then writes zeros over what it removes, and else leaves it in the file.</summary>
    internal static async ValueTask<T> ErasingAsync<T>(HostCommands commands, Func<ValueTask<T>> work, CancellationToken cancellationToken)
    {
        if (!commands.Sql.Dialect.IsSqlite)
        {
            return await work().ConfigureAwait(false);
        }

        var before = (await commands.ReadAsync("PRAGMA secure_delete", [], row => row.GetInt64(0), cancellationToken).ConfigureAwait(false))[0];
        await commands.ReadAsync("PRAGMA secure_delete = 1", [], _ => 0, cancellationToken).ConfigureAwait(false);
        try
        {
            return await work().ConfigureAwait(false);
        }
        finally
        {
            await commands.ReadAsync($"PRAGMA secure_delete = {(before == 2 ? "FAST" : before == 1 ? "1" : "0")}", [], _ => 0, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
