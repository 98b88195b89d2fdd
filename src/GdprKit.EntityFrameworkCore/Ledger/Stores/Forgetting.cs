using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Removes details, and streams that were kept long enough. On PostgreSQL nobody appends meanwhile: who is appending is waited for, so that
/// what is judged is all there is, and who appends afterwards sees what went. That lasts for a bounded number of streams, or one person's.
/// </summary>
internal static class Forgetting
{
    private const string SameStream = "stream_kind = @kind AND subject = @subject AND stream_key = @key";

    private const string AmongStreams = "FROM unnest(@kinds, @subjects, @keys) AS s(kind, subject, key)";

    private const string OfEntry = "e.stream_kind = s.kind AND e.subject = s.subject AND e.stream_key = s.key";

    public static async ValueTask<long> DetailsAsync(HostCommands commands, HeadFilter where, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        var conditions = new HeadConditions();
        var text = $"""
            DELETE FROM {sql.Details} WHERE entry_id IN (
                SELECT e.entry_id FROM {sql.Head} h
                JOIN {sql.Entry} e ON e.stream_kind = h.stream_kind AND e.subject = h.subject AND e.stream_key = h.stream_key
                WHERE {conditions.Of(where, "h")} AND e.details_commitment IS NOT NULL)
            """;
        if (!sql.Dialect.IsSqlite)
        {
            await WriterLock.TakeAsync(commands, cancellationToken).ConfigureAwait(false);
        }

        return await ErasingAsync(commands, () => commands.ExecuteAsync(text, conditions.Arguments, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    public static ValueTask<int> StreamsAsync(HostCommands commands, StreamExpiry expiry, CancellationToken cancellationToken) => commands.Sql.Dialect.IsSqlite
        ? ErasingAsync(commands, () => RemoveEachAsync(commands, expiry, cancellationToken), cancellationToken)
        : RemoveTogetherAsync(commands, expiry, cancellationToken);

    private static async ValueTask<int> RemoveTogetherAsync(HostCommands commands, StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        var conditions = new HeadConditions();
        await WriterLock.TakeAsync(commands, cancellationToken).ConfigureAwait(false);

        // A limited query within IN may be asked again for every row, and would find others each time.
        var streams = await commands.ReadAsync(
            $"""
            WITH going AS MATERIALIZED ({Going(conditions, sql, expiry)})
            DELETE FROM {sql.Head} d USING going g WHERE d.stream_kind = g.stream_kind AND d.subject = g.subject AND d.stream_key = g.stream_key
            RETURNING d.stream_kind, d.subject, d.stream_key
            """,
            conditions.Arguments,
            row => StoredRows.Stream(row, 0),
            cancellationToken).ConfigureAwait(false);
        if (streams.Count > 0)
        {
            await AllAsync($"DELETE FROM {sql.Details} d USING {sql.Entry} e, (SELECT * {AmongStreams}) s WHERE d.entry_id = e.entry_id AND {OfEntry}").ConfigureAwait(false);
            await AllAsync($"INSERT INTO {sql.Expired} (entry_id, hash) SELECT e.entry_id, e.hash {AmongStreams} JOIN {sql.Entry} e ON {OfEntry} ON CONFLICT DO NOTHING").ConfigureAwait(false);
            await AllAsync($"DELETE FROM {sql.Entry} e USING (SELECT * {AmongStreams}) s WHERE {OfEntry}").ConfigureAwait(false);
        }

        return streams.Count;

        async ValueTask AllAsync(string text) => await commands.ExecuteAsync(
            text,
            [
                new("@kinds", streams.ConvertAll(stream => stream.Kind.ToString()).ToArray()),
                new("@subjects", streams.ConvertAll(stream => StoredBytes.Of(stream.Subject)).ToArray()),
                new("@keys", streams.ConvertAll(stream => stream.Key.ToString()).ToArray()),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    // SQLite has one writer at a time, and compiles a statement once for all streams.
    private static async ValueTask<int> RemoveEachAsync(HostCommands commands, StreamExpiry expiry, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        var conditions = new HeadConditions();
        var streams = await commands.ReadAsync(
            $"DELETE FROM {sql.Head} WHERE (stream_kind, subject, stream_key) IN ({Going(conditions, sql, expiry)}) RETURNING stream_kind, subject, stream_key",
            conditions.Arguments,
            row => StoredRows.Stream(row, 0),
            cancellationToken).ConfigureAwait(false);
        await EachAsync($"DELETE FROM {sql.Details} WHERE entry_id IN (SELECT entry_id FROM {sql.Entry} WHERE {SameStream})").ConfigureAwait(false);
        await EachAsync($"INSERT INTO {sql.Expired} (entry_id, hash) SELECT entry_id, hash FROM {sql.Entry} WHERE {SameStream} ON CONFLICT DO NOTHING").ConfigureAwait(false);
        await EachAsync($"DELETE FROM {sql.Entry} WHERE {SameStream}").ConfigureAwait(false);
        return streams.Count;

        async ValueTask EachAsync(string text) => await commands.ReadEachAsync(
            text,
            streams,
            stream => [new("@kind", stream.Kind.ToString()), new("@subject", StoredBytes.Of(stream.Subject)), new("@key", stream.Key.ToString())],
            _ => 0,
            cancellationToken).ConfigureAwait(false);
    }

    private static string Going(HeadConditions conditions, LedgerSql sql, StreamExpiry expiry)
    {
        var where = conditions.Of(expiry.Where, "h");
        if (!expiry.Unless.Streams.IsEmpty)
        {
            var nobody = conditions.Add(StoredBytes.Of(SubjectRef.None));
            where += $" AND (h.subject = {nobody} OR NOT EXISTS (SELECT 1 FROM {sql.Head} p WHERE p.subject = h.subject AND {conditions.Of(expiry.Unless.Streams, "p")}))";
            if (!expiry.Unless.Scopes.IsEmpty)
            {
                // About no stream in particular, so a database looks it up once.
                var scopes = string.Join(", ", expiry.Unless.Scopes.Select(scope => conditions.Add(scope.ToString())));
                where += $" AND NOT EXISTS (SELECT 1 FROM {sql.Head} n WHERE n.subject = {nobody} AND n.stream_key IN ({scopes}) AND {conditions.Of(expiry.Unless.Streams, "n")})";
            }
        }

        return $"SELECT h.stream_kind, h.subject, h.stream_key FROM {sql.Head} h WHERE {where} ORDER BY h.stream_kind, h.subject, h.stream_key LIMIT {conditions.Add(expiry.Limit)}";
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
        T result;
        try
        {
            result = await work().ConfigureAwait(false);
        }
        catch
        {
            // What led to it is told; a connection that cannot be set back keeps writing zeros, which harms nobody.
            try
            {
                await RestoreAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is DbException or InvalidOperationException)
            {
            }

            throw;
        }

        await RestoreAsync().ConfigureAwait(false);
        return result;

        async ValueTask RestoreAsync() =>
            await commands.ReadAsync($"PRAGMA secure_delete = {(before == 2 ? "FAST" : before == 1 ? "1" : "0")}", [], _ => 0, CancellationToken.None).ConfigureAwait(false);
    }
}
