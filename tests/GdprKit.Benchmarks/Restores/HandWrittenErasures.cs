using System.Data.Common;
using System.Text.Json;
using GdprKit.Benchmarks.Databases;

namespace GdprKit.Benchmarks.Restores;

/// <summary>
/// What a developer would write who keeps a list of who was erased: the same people go again from the same tables, ten thousand in a transaction, and it is remembered. It knows no hold, no order and no proof.
/// </summary>
internal sealed class HandWrittenErasures(BenchmarkDatabase database)
{
    private const int PeopleAtOnce = 10_000;

    private const string HasBill = """EXISTS (SELECT 1 FROM "Bills" b WHERE b."GuestId" = "Guests"."Id")""";

    private bool IsSqlite => database is SqliteBenchmarkDatabase;

    /// <summary>Erases them, and says how many it remembered.</summary>
    public async Task<long> EraseAsync(IEnumerable<int> people, CancellationToken cancellationToken)
    {
        var remembered = 0L;
        await using var connection = database.Connect();
        await connection.OpenAsync(cancellationToken);
        if (IsSqlite)
        {
            await ExecuteAsync(connection, null, "PRAGMA secure_delete = ON", null, cancellationToken);
        }

        foreach (var some in people.Chunk(PeopleAtOnce))
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            foreach (var statement in (string[])
            [
                $"""DELETE FROM "Stays" WHERE {IsOf("\"GuestId\"")}""",
                $"""DELETE FROM "Guests" WHERE {IsOf("\"Id\"")} AND NOT {HasBill}""",
                $"""UPDATE "Guests" SET "Name" = NULL, "Email" = NULL WHERE {IsOf("\"Id\"")} AND ("Name" IS NOT NULL OR "Email" IS NOT NULL)""",
            ])
            {
                await ExecuteAsync(connection, transaction, statement, some, cancellationToken);
            }

            remembered += await ExecuteAsync(
                connection,
                transaction,
                IsSqlite ? "INSERT INTO \"Remembered\" SELECT value, '2026-07-01' FROM json_each(@people)" : "INSERT INTO \"Remembered\" SELECT id, '2026-07-01' FROM unnest(@people) AS id",
                some,
                cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return remembered;
    }

    private string IsOf(string column) => IsSqlite ? $"{column} IN (SELECT value FROM json_each(@people))" : $"{column} = ANY(@people)";

    private async Task<int> ExecuteAsync(DbConnection connection, DbTransaction? transaction, string statement, int[]? people, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements of the benchmark itself.
        command.CommandText = statement;
#pragma warning restore CA2100
        (command.Transaction, command.CommandTimeout) = (transaction, 0);
        if (people is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("people", IsSqlite ? JsonSerializer.Serialize(people) : people);
            command.Parameters.Add(parameter);
        }

        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
