using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Appends a batch row by row: SQLite has one writer, so what was compared in a transaction still holds when it writes.</summary>
internal static class SqliteAppend
{
    public static string Head(LedgerSql sql) => $"""
        INSERT INTO {sql.Head} AS h (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
        SELECT @kind, @subject, @key, @version, @based_on, @recorded_at, @fold, @status, @since, @due, @state
        WHERE @based_on <= 0 OR EXISTS (SELECT 1 FROM {sql.Head} s WHERE s.stream_kind = @kind AND s.subject = @subject AND s.stream_key = @key)
        ON CONFLICT (stream_kind, subject, stream_key) DO UPDATE SET version = excluded.version, based_on = excluded.based_on,
            recorded_at = excluded.recorded_at, fold_version = excluded.fold_version, status = excluded.status, since = excluded.since,
            due = excluded.due, state = excluded.state
        WHERE h.version = excluded.based_on
        """;

    /// <summary>An entry that is known already, or was and has expired, is not written: then fewer rows change than there are entries.</summary>
    public static string Entry(LedgerSql sql) => $"""
        INSERT INTO {sql.Entry} (entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, details_commitment, content, hash)
        SELECT @id, @kind, @subject, @key, @version, @recorded_at, @type, @salt, @facts, @commitment, @content, @hash
        WHERE NOT EXISTS (SELECT 1 FROM {sql.Expired} WHERE entry_id = @id)
        ON CONFLICT DO NOTHING
        """;

    public static string Unordered(LedgerSql sql) => $"INSERT INTO {sql.Unordered} (entry_id) VALUES (@id)";

    public static string Details(LedgerSql sql) => $"INSERT INTO {sql.Details} (entry_id, salt, texts) VALUES (@id, @salt, @texts)";

    public static string Content(LedgerSql sql) => $"INSERT INTO {sql.Content} (digest, bytes) VALUES (@digest, @bytes) ON CONFLICT DO NOTHING";

    public static string HasContent(LedgerSql sql) => $"SELECT 1 FROM {sql.Content} WHERE digest = @digest";

    /// <summary>Writes a batch, and says whether it was written; where not, part of it may have been, and must go.</summary>
    public static async ValueTask<bool> WriteAsync(HostCommands commands, AppendBatch batch, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        LedgerEntry[] entries = [.. batch.Streams.SelectMany(append => append.Entries)];
        if ((batch.Under is { } fence && !await Leasing.IsHeldAsync(commands, fence, cancellationToken).ConfigureAwait(false))
            || await EachAsync(sql.SqliteHead, batch.Streams, ArgumentsOf).ConfigureAwait(false) < batch.Streams.Count
            || await WriteEntriesAsync().ConfigureAwait(false) < entries.Length)
        {
            return false;
        }

        await EachAsync(sql.SqliteUnordered, entries, entry => [new("@id", StoredBytes.Of(entry.Id))]).ConfigureAwait(false);
        await EachAsync(
            sql.SqliteDetails,
            entries.Where(entry => entry.Details is not null),
            entry => [new("@id", StoredBytes.Of(entry.Id)), new("@salt", StoredBytes.Of(entry.Details!.Salt)), new("@texts", StoredBytes.Of(entry.Details.Json))]).ConfigureAwait(false);
        foreach (var content in batch.Content)
        {
            await WriteContentAsync(commands, content, cancellationToken).ConfigureAwait(false);
        }

        return true;

        // Where the database is to keep the ledger as it was written, it takes an entry that is known already for one that is to be replaced.
        async ValueTask<int> WriteEntriesAsync()
        {
            try
            {
                return await EachAsync(sql.SqliteEntry, entries, ArgumentsOf).ConfigureAwait(false);
            }
            catch (DbException exception) when (exception.Message.Contains(LedgerStoreMessages.Unchangeable, StringComparison.Ordinal))
            {
                return 0;
            }
        }

        ValueTask<int> EachAsync<TItem>(string text, IEnumerable<TItem> items, Func<TItem, Argument[]> arguments) =>
            commands.ExecuteEachAsync(text, items, arguments, cancellationToken);
    }

    // Nearly always it is there already, as the notice is that everybody agrees to; then it is not sent again.
    private static async ValueTask WriteContentAsync(HostCommands commands, LedgerContent content, CancellationToken cancellationToken)
    {
        var digest = new Argument("@digest", StoredBytes.Of(content.Digest));
        if ((await commands.ReadPreparedAsync(commands.Sql.SqliteHasContent, [digest], _ => true, cancellationToken).ConfigureAwait(false)).Count == 0)
        {
            await commands.ExecuteEachAsync(commands.Sql.SqliteContent, [content], _ => [digest, new("@bytes", StoredBytes.Of(content.Bytes))], cancellationToken).ConfigureAwait(false);
        }
    }

    private static Argument[] ArgumentsOf(StreamAppend append) =>
    [
        new("@kind", append.Stream.Kind.ToString()),
        new("@subject", StoredBytes.Of(append.Stream.Subject)),
        new("@key", append.Stream.Key.ToString()),
        new("@version", append.Head.Version),
        new("@based_on", append.ExpectedVersion),
        new("@recorded_at", LedgerTime.ToMicroseconds(append.Head.RecordedAt)),
        new("@fold", append.Head.FoldVersion),
        new("@status", append.Head.Index.Status.ToString()),
        new("@since", LedgerTime.ToMicroseconds(append.Head.Index.Since)),
        new("@due", append.Head.Index.Due is { } due ? LedgerTime.ToMicroseconds(due) : null),
        new("@state", StoredBytes.Of(append.Head.State)),
    ];

    private static Argument[] ArgumentsOf(LedgerEntry entry) =>
    [
        new("@id", StoredBytes.Of(entry.Id)),
        new("@kind", entry.Stream.Kind.ToString()),
        new("@subject", StoredBytes.Of(entry.Stream.Subject)),
        new("@key", entry.Stream.Key.ToString()),
        new("@version", entry.Version),
        new("@recorded_at", LedgerTime.ToMicroseconds(entry.RecordedAt)),
        new("@type", entry.Type.ToString()),
        new("@salt", StoredBytes.Of(entry.Salt)),
        new("@facts", StoredBytes.Of(entry.Facts)),
        new("@commitment", entry.DetailsCommitment is { } commitment ? StoredBytes.Of(commitment) : null),
        new("@content", StoredBytes.Of(entry.Content)),
        new("@hash", StoredBytes.Of(entry.Hash)),
    ];
}
