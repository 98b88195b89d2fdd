using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Appends a batch with one statement: heads that fit are written, and of those that were written come the entries. So of several who
/// expect the same version one wins, without an error and without a look beforehand.
/// </summary>
internal static class PostgreSqlAppend
{
    /// <summary>
    /// Heads are written in their order, so that two batches wait for each other and never in a circle. A head that is new although
    /// an entry was expected took the place of one that went meanwhile (its <c>xmax</c> is 0): then nothing is written.
    /// </summary>
    public static string Text(LedgerSql sql) => $"""
        WITH lease AS (SELECT 1 FROM {sql.Lease} WHERE name = @lease AND number = @fence FOR SHARE),
        expired AS (SELECT 1 FROM {sql.Expired} WHERE entry_id = ANY(@ids) LIMIT 1),
        heads AS (
            INSERT INTO {sql.Head} AS h (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT b.kind, b.subject, b.key, b.version, b.based_on, b.recorded_at, b.fold_version, b.status, b.since, b.due, b.state
            FROM unnest(@kinds, @subjects, @keys, @versions, @based_on, @recorded_at, @folds, @statuses, @since, @due, @states)
                WITH ORDINALITY AS b(kind, subject, key, version, based_on, recorded_at, fold_version, status, since, due, state, place)
            WHERE (b.based_on <= 0 OR EXISTS (SELECT 1 FROM {sql.Head} s WHERE s.stream_kind = b.kind AND s.subject = b.subject AND s.stream_key = b.key))
                AND (@lease = '' OR EXISTS (SELECT 1 FROM lease))
                AND NOT EXISTS (SELECT 1 FROM expired)
            ORDER BY b.place
            ON CONFLICT (stream_kind, subject, stream_key) DO UPDATE SET version = excluded.version, based_on = excluded.based_on,
                recorded_at = excluded.recorded_at, fold_version = excluded.fold_version, status = excluded.status, since = excluded.since,
                due = excluded.due, state = excluded.state
            WHERE h.version = excluded.based_on
            RETURNING h.based_on, h.xmax = 0 AS is_new),
        ready AS (SELECT 1 WHERE (SELECT count(*) FROM heads WHERE based_on <= 0 OR NOT is_new) = cardinality(@kinds)),
        entries AS (
            INSERT INTO {sql.Entry} (entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, details_commitment, content, hash)
            SELECT * FROM unnest(@ids, @entry_kinds, @entry_subjects, @entry_keys, @entry_versions, @entry_recorded_at, @types, @salts, @facts, @commitments, @contents, @hashes)
            WHERE EXISTS (SELECT 1 FROM ready)
            RETURNING entry_id),
        unordered AS (INSERT INTO {sql.Unordered} (entry_id) SELECT entry_id FROM entries),
        details AS (
            INSERT INTO {sql.Details} (entry_id, salt, texts)
            SELECT * FROM unnest(@details_ids, @details_salts, @details_texts) WHERE EXISTS (SELECT 1 FROM ready)),
        content AS (
            INSERT INTO {sql.Content} (digest, bytes)
            SELECT c.digest, c.bytes FROM unnest(@digests, @bytes) WITH ORDINALITY AS c(digest, bytes, place) WHERE EXISTS (SELECT 1 FROM ready)
            ORDER BY c.place
            ON CONFLICT DO NOTHING)
        SELECT count(*) FROM ready
        """;

    /// <summary>Writes a batch, and says whether it was written; where not, part of it may have been, and must go.</summary>
    public static async ValueTask<bool> WriteAsync(HostCommands commands, AppendBatch batch, CancellationToken cancellationToken)
    {
        try
        {
            return (await commands.ReadPreparedAsync(commands.Sql.Append, Arguments(batch), row => row.GetInt64(0), cancellationToken).ConfigureAwait(false)) is [1L];
        }
        catch (DbException exception) when (exception.SqlState == PostgreSqlErrors.UniqueViolation)
        {
            return false;
        }
    }

    private static Argument[] Arguments(AppendBatch batch)
    {
        var streams = batch.Streams;
        LedgerEntry[] entries = [.. streams.SelectMany(append => append.Entries)];
        var detailed = Array.FindAll(entries, entry => entry.Details is not null);
        return
        [
            new("@lease", batch.Under?.Name.ToString() ?? ""),
            new("@fence", batch.Under?.Number ?? 0L),
            new("@kinds", Each(streams, append => append.Stream.Kind.ToString())),
            new("@subjects", Each(streams, append => StoredBytes.Of(append.Stream.Subject))),
            new("@keys", Each(streams, append => append.Stream.Key.ToString())),
            new("@versions", Each(streams, append => append.Head.Version)),
            new("@based_on", Each(streams, append => append.ExpectedVersion)),
            new("@recorded_at", Each(streams, append => LedgerTime.ToMicroseconds(append.Head.RecordedAt))),
            new("@folds", Each(streams, append => append.Head.FoldVersion)),
            new("@statuses", Each(streams, append => append.Head.Index.Status.ToString())),
            new("@since", Each(streams, append => LedgerTime.ToMicroseconds(append.Head.Index.Since))),
            new("@due", Each(streams, append => append.Head.Index.Due is { } due ? LedgerTime.ToMicroseconds(due) : (long?)null)),
            new("@states", Each(streams, append => StoredBytes.Of(append.Head.State))),
            new("@ids", Each(entries, entry => StoredBytes.Of(entry.Id))),
            new("@entry_kinds", Each(entries, entry => entry.Stream.Kind.ToString())),
            new("@entry_subjects", Each(entries, entry => StoredBytes.Of(entry.Stream.Subject))),
            new("@entry_keys", Each(entries, entry => entry.Stream.Key.ToString())),
            new("@entry_versions", Each(entries, entry => entry.Version)),
            new("@entry_recorded_at", Each(entries, entry => LedgerTime.ToMicroseconds(entry.RecordedAt))),
            new("@types", Each(entries, entry => entry.Type.ToString())),
            new("@salts", Each(entries, entry => StoredBytes.Of(entry.Salt))),
            new("@facts", Each(entries, entry => StoredBytes.Of(entry.Facts))),
            new("@commitments", Each(entries, entry => entry.DetailsCommitment is { } commitment ? StoredBytes.Of(commitment) : null)),
            new("@contents", Each(entries, entry => StoredBytes.Of(entry.Content))),
            new("@hashes", Each(entries, entry => StoredBytes.Of(entry.Hash))),
            new("@details_ids", Each(detailed, entry => StoredBytes.Of(entry.Id))),
            new("@details_salts", Each(detailed, entry => StoredBytes.Of(entry.Details!.Salt))),
            new("@details_texts", Each(detailed, entry => StoredBytes.Of(entry.Details!.Json))),
            new("@digests", Each(batch.Content, content => StoredBytes.Of(content.Digest))),
            new("@bytes", Each(batch.Content, content => StoredBytes.Of(content.Bytes))),
        ];
    }

    private static TValue[] Each<TItem, TValue>(IReadOnlyList<TItem> items, Func<TItem, TValue> value)
    {
        var values = new TValue[items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = value(items[i]);
        }

        return values;
    }
}
