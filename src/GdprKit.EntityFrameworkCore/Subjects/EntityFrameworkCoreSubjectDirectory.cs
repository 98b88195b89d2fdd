using System.Data.Common;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The table of links in the application's own database, on the connection of a context and in its transaction, so that a link is
/// restored together with its row. Of the life of the context, and like it for one thread at a time.
/// </summary>
/// <param name="context">The context.</param>
public sealed class EntityFrameworkCoreSubjectDirectory(DbContext context) : ISubjectDirectory
{
    private const string Columns = "l.subject_kind, l.subject_key, l.subject, l.linked_at";

    // Somebody may unlink a person between linking and looking; then it is done again.
    private const int Attempts = 8;

    private readonly HostDatabase _database = new(context);

    /// <inheritdoc/>
    public async ValueTask<ValueList<SubjectLink>> LinkAsync(ValueList<SubjectId> subjects, Instant now, CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            var links = (await FindBySubjectAsync(subjects, cancellationToken).ConfigureAwait(false)).ToDictionary(link => link.Subject);
            SubjectId[] missing = [.. subjects.Distinct().Where(subject => !links.ContainsKey(subject))];
            if (missing.Length == 0)
            {
                return subjects.Select(subject => links[subject]).ToValueList();
            }

            if (attempt == Attempts)
            {
                throw TransactionRefusals.StaleView();
            }

            await _database.WriteAsync<int>(async (commands, token) => (true, await InsertAsync(commands, missing, now, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> FindBySubjectAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken)
    {
        var keys = KeysOf(subjects);
        return _database.ReadAsync(
            async (commands, token) => (commands.Sql.Dialect.IsSqlite
                ? await commands.ReadEachAsync(
                    $"SELECT {Columns} FROM {commands.Sql.Link} l WHERE l.subject_kind = @kind AND l.subject_key = @key", keys, ArgumentsOf, Read, token).ConfigureAwait(false)
                : await commands.ReadAsync(
                    $"SELECT {Columns} FROM unnest(@kinds, @keys) AS s(kind, key) JOIN {commands.Sql.Link} l ON l.subject_kind = s.kind AND l.subject_key = s.key",
                    ArgumentsOf(keys),
                    Read,
                    token).ConfigureAwait(false)).ToValueList(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> FindByRefAsync(ValueList<SubjectRef> refs, CancellationToken cancellationToken)
    {
        byte[][] distinct = [.. refs.Distinct().Select(StoredBytes.Of)];
        return _database.ReadAsync(
            async (commands, token) => (commands.Sql.Dialect.IsSqlite
                ? await commands.ReadEachAsync($"SELECT {Columns} FROM {commands.Sql.Link} l WHERE l.subject = @ref", distinct, each => [new("@ref", each)], Read, token).ConfigureAwait(false)
                : await commands.ReadAsync($"SELECT {Columns} FROM {commands.Sql.Link} l WHERE l.subject = ANY(@refs)", [new("@refs", distinct)], Read, token).ConfigureAwait(false)).ToValueList(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<SubjectLink>> UnlinkAsync(ValueList<SubjectId> subjects, CancellationToken cancellationToken)
    {
        var keys = KeysOf(subjects);
        return _database.WriteOnceAsync(
            async (commands, token) => (await Forgetting.ErasingAsync(commands, () => DeleteAsync(commands, keys, token), token).ConfigureAwait(false)).ToValueList(),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ValueList<SubjectLink>> RelinkAsync(ValueList<SubjectLink> links, CancellationToken cancellationToken)
    {
        await _database.WriteAsync<int>(
            async (commands, token) => (true, await commands.ExecuteEachAsync(
                $"INSERT INTO {commands.Sql.Link} (subject_kind, subject_key, subject, linked_at) VALUES (@kind, @key, @ref, @linked_at) ON CONFLICT DO NOTHING",
                links.OrderBy(link => link.Ref),
                link => [.. ArgumentsOf(KeysOf([link.Subject])[0]), new("@ref", StoredBytes.Of(link.Ref)), new("@linked_at", LedgerTime.ToMicroseconds(link.LinkedAt))],
                token).ConfigureAwait(false)),
            cancellationToken).ConfigureAwait(false);
        return await FindBySubjectAsync(links.Select(link => link.Subject).ToValueList(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Links those of some people who have no link, and says how many these were.</summary>
    internal static async ValueTask<int> InsertAsync(HostCommands commands, SubjectId[] missing, Instant now, CancellationToken cancellationToken)
    {
        var (keys, linkedAt) = (KeysOf(missing), LedgerTime.ToMicroseconds(now));
        if (commands.Sql.Dialect.IsSqlite)
        {
            return (await commands.ReadEachAsync(
                $"INSERT INTO {commands.Sql.Link} (subject_kind, subject_key, subject, linked_at) VALUES (@kind, @key, @ref, @linked_at) ON CONFLICT (subject_kind, subject_key) DO NOTHING RETURNING 1",
                keys,
                key => [.. ArgumentsOf(key), new("@ref", StoredBytes.Of(SubjectRef.New())), new("@linked_at", linkedAt)],
                _ => true,
                cancellationToken).ConfigureAwait(false)).Count;
        }

        return await commands.ExecuteAsync(
            $"""
            INSERT INTO {commands.Sql.Link} (subject_kind, subject_key, subject, linked_at)
            SELECT s.kind, s.key, s.ref, @linked_at FROM unnest(@kinds, @keys, @refs) WITH ORDINALITY AS s(kind, key, ref, place) ORDER BY s.place
            ON CONFLICT (subject_kind, subject_key) DO NOTHING
            """,
            [.. ArgumentsOf(keys), new("@refs", Array.ConvertAll(keys, _ => StoredBytes.Of(SubjectRef.New()))), new("@linked_at", linkedAt)],
            cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<List<SubjectLink>> DeleteAsync(HostCommands commands, (string Kind, string Key)[] keys, CancellationToken cancellationToken) =>
        commands.Sql.Dialect.IsSqlite
            ? await commands.ReadEachAsync(
                $"DELETE FROM {commands.Sql.Link} WHERE subject_kind = @kind AND subject_key = @key RETURNING subject_kind, subject_key, subject, linked_at",
                keys,
                ArgumentsOf,
                Read,
                cancellationToken).ConfigureAwait(false)
            : await commands.ReadAsync(
                $"""
                WITH going AS (
                    SELECT d.subject_kind, d.subject_key FROM unnest(@kinds, @keys) AS s(kind, key)
                    JOIN {commands.Sql.Link} d ON d.subject_kind = s.kind AND d.subject_key = s.key
                    ORDER BY d.subject_kind, d.subject_key FOR UPDATE OF d)
                DELETE FROM {commands.Sql.Link} l USING going WHERE l.subject_kind = going.subject_kind AND l.subject_key = going.subject_key RETURNING {Columns}
                """,
                ArgumentsOf(keys),
                Read,
                cancellationToken).ConfigureAwait(false);

    // In one order, so that two who link or unlink the same people wait for each other and never in a circle.
    private static (string Kind, string Key)[] KeysOf(IEnumerable<SubjectId> subjects) =>
    [
        .. subjects.Distinct()
            .Select(subject => (Kind: subject.Kind.ToString(), Key: SubjectKeyText.Of(subject)))
            .OrderBy(key => key.Kind, StringComparer.Ordinal)
            .ThenBy(key => key.Key, StringComparer.Ordinal),
    ];

    private static Argument[] ArgumentsOf((string Kind, string Key) key) => [new("@kind", key.Kind), new("@key", key.Key)];

    private static Argument[] ArgumentsOf((string Kind, string Key)[] keys) =>
        [new("@kinds", Array.ConvertAll(keys, key => key.Kind)), new("@keys", Array.ConvertAll(keys, key => key.Key))];

    private static SubjectLink Read(DbDataReader row) =>
        new(SubjectKeyText.Read(row.GetString(0), row.GetString(1)), SubjectRef.FromBytes(StoredRows.Bytes(row, 2)), LedgerTime.FromMicroseconds(row.GetInt64(3)));
}
