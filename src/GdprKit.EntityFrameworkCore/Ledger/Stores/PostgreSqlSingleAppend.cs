using System.Data;
using System.Data.Common;
using GdprKit.Ledger;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Appends one entry to one stream: what applications do most. It says the same as <see cref="PostgreSqlAppend"/> with single values
/// instead of arrays, so that PostgreSQL soon keeps its plan; and it writes all or nothing by itself, so that the commit goes along with it. Content is not
/// sent: nearly always it is there already, as the notice is that everybody agrees to, and where it is not nothing is written.
/// </summary>
internal static class PostgreSqlSingleAppend
{
    /// <summary>Whether a batch is of this kind.</summary>
    public static bool Fits(AppendBatch batch) => batch is { Under: null, Streams: [{ Entries.Count: 1 }] };

    /// <summary>
    /// A head that is new although an entry was expected took the place of one that went meanwhile (its <c>xmax</c> is 0): the division
    /// fails, and with it the whole statement. Every table that a statement touches costs, so there is one for each kind of entry.
    /// </summary>
    public static string Text(LedgerSql sql, bool hasDetails, bool hasContent) => $"""
        WITH head AS (
            INSERT INTO {sql.Head} AS h (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
            SELECT @kind, @subject, @key, @version, @based_on, @recorded_at, @fold, @status, @since, @due, @state
            WHERE (@based_on <= 0 OR EXISTS (SELECT 1 FROM {sql.Head} s WHERE s.stream_kind = @kind AND s.subject = @subject AND s.stream_key = @key))
                AND NOT EXISTS (SELECT 1 FROM {sql.Expired} WHERE entry_id = @id){(hasContent ? Content(sql) : "")}
            ON CONFLICT (stream_kind, subject, stream_key) DO UPDATE SET version = excluded.version, based_on = excluded.based_on,
                recorded_at = excluded.recorded_at, fold_version = excluded.fold_version, status = excluded.status, since = excluded.since,
                due = excluded.due, state = excluded.state
            WHERE h.version = excluded.based_on
            RETURNING CASE WHEN h.based_on > 0 AND h.xmax = 0 THEN 1 / (h.based_on - h.based_on) ELSE 1 END AS ready),
        entry AS (
            INSERT INTO {sql.Entry} (entry_id, stream_kind, subject, stream_key, version, recorded_at, entry_type, salt, facts, details_commitment, content, hash)
            SELECT @id, @kind, @subject, @key, @version, @recorded_at, @type, @salt, @facts, @commitment, @contents, @hash FROM head),
        unordered AS (INSERT INTO {sql.Unordered} (entry_id) SELECT @id FROM head){(hasDetails ? Details(sql) : "")}
        SELECT ready FROM head
        """;

    /// <summary>Writes a batch, and says whether it was written; where not, nothing was.</summary>
    public static async ValueTask<bool> WriteAsync(HostCommands commands, AppendBatch batch, bool commits, CancellationToken cancellationToken)
    {
        var arguments = Arguments(batch);
        var text = commands.Sql.AppendSingle(hasDetails: batch.Streams[0].Entries[0].Details is not null, hasContent: !batch.Content.IsEmpty);
        try
        {
            return commits
                ? await commands.AnyAndCommitAsync(text, arguments, cancellationToken).ConfigureAwait(false)
                : (await commands.ReadPreparedAsync(text, arguments, _ => true, cancellationToken).ConfigureAwait(false)).Count > 0;
        }
        catch (DbException exception) when (exception.SqlState is PostgreSqlErrors.UniqueViolation or PostgreSqlErrors.DivisionByZero)
        {
            return false;
        }
    }

    private static string Content(LedgerSql sql) => $"""

                AND (SELECT count(*) FROM {sql.Content} WHERE digest = ANY(@digests)) = cardinality(@digests)
        """;

    private static string Details(LedgerSql sql) => $"""
        ,
        details AS (INSERT INTO {sql.Details} (entry_id, salt, texts) SELECT @id, @details_salt, @details_texts FROM head)
        """;

    private static Argument[] Arguments(AppendBatch batch)
    {
        var append = batch.Streams[0];
        var (entry, head) = (append.Entries[0], append.Head);
        List<Argument> all =
        [
            new("@kind", entry.Stream.Kind.ToString()),
            new("@subject", StoredBytes.Of(entry.Stream.Subject)),
            new("@key", entry.Stream.Key.ToString()),
            new("@version", head.Version),
            new("@based_on", append.ExpectedVersion),
            new("@recorded_at", LedgerTime.ToMicroseconds(head.RecordedAt)),
            new("@fold", head.FoldVersion),
            new("@status", head.Index.Status.ToString()),
            new("@since", LedgerTime.ToMicroseconds(head.Index.Since)),
            new("@due", head.Index.Due is { } due ? LedgerTime.ToMicroseconds(due) : null, DbType.Int64),
            new("@state", StoredBytes.Of(head.State)),
            new("@id", StoredBytes.Of(entry.Id)),
            new("@type", entry.Type.ToString()),
            new("@salt", StoredBytes.Of(entry.Salt)),
            new("@facts", StoredBytes.Of(entry.Facts)),
            new("@commitment", entry.DetailsCommitment is { } commitment ? StoredBytes.Of(commitment) : null, DbType.Binary),
            new("@contents", StoredBytes.Of(entry.Content)),
            new("@hash", StoredBytes.Of(entry.Hash)),
        ];
        if (entry.Details is { } details)
        {
            all.AddRange([new("@details_salt", StoredBytes.Of(details.Salt)), new("@details_texts", StoredBytes.Of(details.Json))]);
        }

        if (!batch.Content.IsEmpty)
        {
            all.Add(new("@digests", batch.Content.Select(content => StoredBytes.Of(content.Digest)).ToArray()));
        }

        return [.. all];
    }
}
