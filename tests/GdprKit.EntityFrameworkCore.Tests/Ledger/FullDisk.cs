using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>A disk that is full: a trigger says what the database says then, at one kind of change, for some times.</summary>
internal static class FullDisk
{
    private const int SqliteFull = 13;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Fills the disk.</summary>
    /// <param name="context">A context on the database; on SQLite the disk is full for its connection, which stays open.</param>
    /// <param name="change">The change there is no room for, as <c>INSERT ON</c> a table.</param>
    /// <param name="times">How many changes find no room.</param>
    public static async Task FillAsync(LedgerContext context, string change, int times = int.MaxValue)
    {
        if (context.Database.GetDbConnection() is SqliteConnection connection)
        {
            await context.Database.OpenConnectionAsync(Token);
            connection.CreateFunction("disk_full", () => times-- > 0 ? throw new SqliteException("database or disk is full", SqliteFull) : 0);
            await ExecuteAsync(context, $"CREATE TRIGGER disk_full BEFORE {change} BEGIN SELECT disk_full(); END");
            return;
        }

        // What a sequence has given it does not take back with the transaction.
        await ExecuteAsync(
            context,
            $"""
            CREATE SEQUENCE disk_full_times;
            CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF nextval('disk_full_times') <= {times} THEN
                    RAISE EXCEPTION USING ERRCODE = 'disk_full', MESSAGE = 'No space left on device';
                END IF;
                RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
            END $$;
            CREATE TRIGGER disk_full BEFORE {change} FOR EACH ROW EXECUTE FUNCTION disk_full();
            """);
    }

    /// <summary>Whether a database says that its disk is full.</summary>
    public static bool IsSaid(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.DiskFull } or SqliteException { SqliteErrorCode: SqliteFull };

    private static async Task ExecuteAsync(LedgerContext context, string text)
    {
        var connection = context.Database.GetDbConnection();
        await context.Database.OpenConnectionAsync(Token);
        await using (var command = connection.CreateCommand())
        {
#pragma warning disable CA2100 // A change that a test names.
            command.CommandText = text;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync(Token);
        }

        await context.Database.CloseConnectionAsync();
    }
}
