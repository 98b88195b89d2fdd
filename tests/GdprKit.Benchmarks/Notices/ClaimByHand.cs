using System.Data.Common;
using GdprKit.Benchmarks.Databases;
using GdprKit.Benchmarks.Retention;
using GdprKit.Ledger;

namespace GdprKit.Benchmarks.Notices;

/// <summary>
/// Claiming as an expert would write it: in a transaction that holds the lease, a prepared statement that reads the next people of whom there is no delivery,
/// with their addresses, and one that writes theirs.
/// </summary>
internal static class ClaimByHand
{
    private static readonly byte[] State = [.. """{"claimedUnder":1,"since":"2026-07-01T10:00:00Z","status":"Claimed"}"""u8];

    public static async Task<int> RunAsync(BenchmarkDatabase database, StreamKind kind, StreamKey key, int wave, int most, CancellationToken cancellationToken)
    {
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellationToken);
        var isSqlite = database is SqliteBenchmarkDatabase;
        await using var hold = Create(connection, $"SELECT number FROM gdpr_lease WHERE name = 'by-hand'{(isSqlite ? "" : " FOR SHARE")}");
        await using var read = Create(
            connection,
            $"""
            SELECT p."Id", p."Name", l.subject FROM "People" p
            JOIN gdpr_subject_link l ON l.subject_kind = '{Shop.Customers}' AND l.subject_key = {(isSqlite ? "CAST(p.\"Id\" AS TEXT)" : "p.\"Id\"::text COLLATE \"C\"")}
            LEFT JOIN gdpr_head h ON h.stream_kind = '{kind}' AND h.subject = l.subject AND h.stream_key = '{key}'
            WHERE p."Id" > @after AND h.subject IS NULL ORDER BY p."Id" LIMIT @limit
            """,
            ("@after", 0L),
            ("@limit", (long)wave));
        (string, object)[] values =
        [
            ("@kind", kind.ToString()), ("@key", key.ToString()), ("@now", LedgerTime.ToMicroseconds(NodaTime.Instant.FromUtc(2026, 7, 1, 10, 0))), ("@status", "claimed"), ("@state", State),
        ];
        await using var write = isSqlite
            ? Create(connection, Insert("@subject", ""), [("@subject", Array.Empty<byte>()), .. values])
            : Create(connection, Insert("s.subject", "FROM unnest(@subjects) AS s(subject)"), [("@subjects", Array.Empty<byte[]>()), .. values]);
        await PrepareAsync([hold, read, write], cancellationToken);
        return await ClaimAsync(connection, (hold, read, write), isSqlite, most, cancellationToken);
    }

    private static async Task<int> ClaimAsync(DbConnection connection, (DbCommand Hold, DbCommand Read, DbCommand Write) statements, bool isSqlite, int most, CancellationToken cancellationToken)
    {
        var (hold, read, write) = statements;
        var (claimed, after) = (0, 0L);
        while (claimed < most)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            (hold.Transaction, read.Transaction, write.Transaction) = (transaction, transaction, transaction);
            await hold.ExecuteScalarAsync(cancellationToken);
            read.Parameters[0].Value = after;
            read.Parameters[1].Value = Math.Min((long)read.Parameters[1].Value!, most - claimed);
            var people = new List<(long Id, string Mail, byte[] Subject)>();
            await using (var rows = await read.ExecuteReaderAsync(cancellationToken))
            {
                while (await rows.ReadAsync(cancellationToken))
                {
                    people.Add((rows.GetInt64(0), rows.GetString(1), (byte[])rows.GetValue(2)));
                }
            }

            if (people.Count == 0)
            {
                return claimed;
            }

            claimed += isSqlite ? await WriteEachAsync(write, people, cancellationToken) : await WriteAllAsync(write, people, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            after = people[^1].Id;
        }

        return claimed;
    }

    private static async Task<int> WriteEachAsync(DbCommand write, List<(long Id, string Mail, byte[] Subject)> people, CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var person in people)
        {
            write.Parameters[0].Value = person.Subject;
            written += await write.ExecuteNonQueryAsync(cancellationToken);
        }

        return written;
    }

    private static async Task<int> WriteAllAsync(DbCommand write, List<(long Id, string Mail, byte[] Subject)> people, CancellationToken cancellationToken)
    {
        write.Parameters[0].Value = people.Select(person => person.Subject).ToArray();
        return await write.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string Insert(string subject, string from) => $"""
        INSERT INTO gdpr_head (stream_kind, subject, stream_key, version, based_on, recorded_at, fold_version, status, since, due, state)
        SELECT @kind, {subject}, @key, 0, 0, @now, 1, @status, @now, NULL, @state {from} WHERE true ON CONFLICT DO NOTHING
        """;

    private static DbCommand Create(DbConnection connection, string text, params (string Name, object Value)[] values)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements of the benchmark itself.
        command.CommandText = text;
#pragma warning restore CA2100
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private static async Task PrepareAsync(DbCommand[] commands, CancellationToken cancellationToken)
    {
        foreach (var command in commands)
        {
            await command.PrepareAsync(cancellationToken);
        }
    }
}
