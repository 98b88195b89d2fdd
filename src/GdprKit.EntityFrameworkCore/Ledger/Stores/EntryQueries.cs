using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Reads entries and looks up hashes.</summary>
internal static class EntryQueries
{
    public static ValueTask<List<LedgerEntry>> PageAsync(HostCommands commands, StreamId stream, long afterVersion, int limit, CancellationToken cancellationToken) =>
        commands.ReadAsync(
            $"""
            SELECT {StoredRows.EntryColumns} FROM {commands.Sql.Entry} e LEFT JOIN {commands.Sql.Details} d ON d.entry_id = e.entry_id
            WHERE e.stream_kind = @kind AND e.subject = @subject AND e.stream_key = @key AND e.version > @after ORDER BY e.version LIMIT @limit
            """,
            [
                new("@kind", stream.Kind.ToString()),
                new("@subject", StoredBytes.Of(stream.Subject)),
                new("@key", stream.Key.ToString()),
                new("@after", afterVersion),
                new("@limit", limit),
            ],
            StoredRows.Entry,
            cancellationToken);

    public static async ValueTask<ValueList<LedgerEntry>> LatestAsync(HostCommands commands, EntryId? before, int limit, CancellationToken cancellationToken)
    {
        Argument[] arguments = before is { } id ? [new("@limit", limit), new("@before", StoredBytes.Of(id))] : [new("@limit", limit)];
        return (await commands.ReadAsync(
            $"""
            SELECT {StoredRows.EntryColumns} FROM {commands.Sql.Entry} e LEFT JOIN {commands.Sql.Details} d ON d.entry_id = e.entry_id
            {(before is null ? "" : "WHERE e.entry_id < @before")} ORDER BY e.entry_id DESC LIMIT @limit
            """,
            arguments,
            StoredRows.Entry,
            cancellationToken).ConfigureAwait(false)).ToValueList();
    }

    /// <summary>Whether a stream has an entry that its head does not count; both are looked at together.</summary>
    public static async ValueTask<bool> AreLeftAsync(HostCommands commands, StreamId stream, CancellationToken cancellationToken) =>
        (await commands.ReadAsync(
            $"""
            SELECT e.version, (SELECT h.version FROM {commands.Sql.Head} h WHERE h.stream_kind = @kind AND h.subject = @subject AND h.stream_key = @key)
            FROM {commands.Sql.Entry} e WHERE e.stream_kind = @kind AND e.subject = @subject AND e.stream_key = @key ORDER BY e.version DESC LIMIT 1
            """,
            [new("@kind", stream.Kind.ToString()), new("@subject", StoredBytes.Of(stream.Subject)), new("@key", stream.Key.ToString())],
            row => row.IsDBNull(1) || row.GetInt64(1) < row.GetInt64(0),
            cancellationToken).ConfigureAwait(false)).Contains(true);

    /// <summary>Looks up hashes.</summary>
    /// <exception cref="LedgerException">GDPR3164: an id has two.</exception>
    public static async ValueTask<ValueList<EntryHash>> HashesAsync(HostCommands commands, ValueList<EntryId> entries, CancellationToken cancellationToken)
    {
        var sql = commands.Sql;
        byte[][] ids = [.. entries.Distinct().Select(StoredBytes.Of)];
        var hashes = sql.Dialect.IsSqlite
            ? await commands.ReadEachAsync(
                $"SELECT entry_id, hash FROM {sql.Entry} WHERE entry_id = @id UNION SELECT entry_id, hash FROM {sql.Expired} WHERE entry_id = @id",
                ids,
                id => [new("@id", id)],
                StoredRows.Hash,
                cancellationToken).ConfigureAwait(false)
            : await commands.ReadAsync(
                $"SELECT entry_id, hash FROM {sql.Entry} WHERE entry_id = ANY(@ids) UNION SELECT entry_id, hash FROM {sql.Expired} WHERE entry_id = ANY(@ids)",
                [new("@ids", ids)],
                StoredRows.Hash,
                cancellationToken).ConfigureAwait(false);
        return hashes.Count <= ids.Length ? hashes.ToValueList() : throw TransactionRefusals.TwoHashes();
    }
}
