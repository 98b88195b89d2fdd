using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.Crash;

/// <summary>
/// Kills a host (<c>SIGKILL</c>) at random points while it writes rows and entries in its transactions. After each kill rows and entries
/// agree, what was acknowledged is there, what was in hand is whole or absent, and the next process continues.
/// </summary>
/// <remarks>
/// A few kills each time; a thousand on each database by
/// <c>GDPRKIT_KILLS=1000 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~KillTests</c>.
/// </remarks>
public sealed class KillTests(PostgreSqlServer server)
{
    private const int KillsOfOneDatabase = 25;

    private const int MostWorkBefore = 12;

    // A piece of work takes a few milliseconds, and the first of a process a few hundred.
    private const int MostMilliseconds = 12;

    private static readonly int? Asked = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : null;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ITestOutputHelper Output => TestContext.Current.TestOutputHelper!;

    [Theory]
    [InlineData("wal")]
    [InlineData("delete")]
    public async Task On_SQLite_rows_and_entries_agree_after_every_kill(string journal)
    {
        await InPortionsAsync(Asked / 2 ?? 6, async (first, kills) =>
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-kill-");
            try
            {
                var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.FullName, "host.sqlite"), Pooling = false }.ConnectionString;
                var options = await CreateAsync("sqlite", file);
                await AskAsync(options, $"PRAGMA journal_mode = {journal}");
                await KillAsync("sqlite", file, options, first, kills, async () => (await AskAsync(options, "PRAGMA integrity_check")).Should().Be("ok"));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
    }

    [PostgreSqlFact]
    public async Task On_PostgreSQL_rows_and_entries_agree_after_every_kill()
    {
        await InPortionsAsync(Asked * 9 / 10 ?? 6, async (first, kills) =>
        {
            await using var database = await server.CreateDatabaseAsync(Token);
            var connection = Durable(database.ConnectionString);
            await KillAsync("postgresql", connection, await CreateAsync("postgresql", connection), first, kills, () => Task.CompletedTask);
        });
    }

    [PostgreSqlFact]
    public async Task When_the_server_of_PostgreSQL_is_killed_rows_and_entries_agree()
    {
        // Of its own: everybody's connection ends with it.
        await using var mortal = new PostgreSqlServer();
        await InPortionsAsync(Asked / 10 ?? 2, async (first, kills) =>
        {
            NpgsqlConnection.ClearAllPools();

            // It goes with the server; a connection by which to drop it may have died meanwhile.
            var database = await mortal.CreateDatabaseAsync(Token);
            var connection = Durable(database.ConnectionString);
            var options = await CreateAsync("postgresql", connection);
            var folder = await AskAsync(options, "SHOW data_directory");
            var expected = new Dictionary<string, int>();
            for (var kill = 0; kill < kills; kill++)
            {
                using var host = await KilledHost.StartAsync("postgresql", connection, first + kill, Token);
                var random = new Random(first + kill);
                await host.ListenUntilItBeginsAsync(random.Next(MostWorkBefore), Token);
                var backend = await AskAsync(options, "SELECT coalesce((SELECT pid::text FROM pg_stat_activity WHERE application_name = 'crash' LIMIT 1), '')");
                await (kill % 2 == 0 && backend.Length > 0
                    ? RunAsync("""kill -9 "$2" """, backend)
                    : RunAsync("""exec "$1/pg_ctl" restart -D "$2" -m immediate -w -l "$2/../log" >/dev/null 2>&1 </dev/null""", folder));
                await host.ListenWhileItGoesOnAsync(2, Token);
                await host.KillAsync();
                await UntilItHasLeftAsync(options);
                expected = await CompareAsync(options, expected, host);
            }
        });
    }

    private static async Task InPortionsAsync(int kills, Func<int, int, Task> portion)
    {
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < kills; first += KillsOfOneDatabase)
        {
            await portion(first, Math.Min(KillsOfOneDatabase, kills - first));
        }

        Output.WriteLine($"{kills} kills in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    private static async Task KillAsync(string database, string connection, DbContextOptions<CrashContext> options, int first, int kills, Func<Task> look)
    {
        var expected = new Dictionary<string, int>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var host = await KilledHost.StartAsync(database, connection, first + kill, Token);
            var random = new Random(first + kill);
            await host.ListenUntilItBeginsAsync(random.Next(MostWorkBefore), Token);
            SpinFor(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));
            await host.KillAsync();
            if (database == "postgresql")
            {
                await UntilItHasLeftAsync(options);
            }

            expected = await CompareAsync(options, expected, host);
            await look();
        }
    }

    private static async Task<Dictionary<string, int>> CompareAsync(DbContextOptions<CrashContext> options, Dictionary<string, int> before, KilledHost host)
    {
        var without = With(before, host.Acknowledged);
        var with = With(without, host.InHand ?? new Dictionary<string, int>());
        var found = await Survivors.ReadAsync(options, Token);
        found.Should().BeEquivalentTo(found.Count == with.Count && !with.Except(found).Any() ? with : without, "what was acknowledged is there, and what was in hand is whole or absent");
        return found;
    }

    private static Dictionary<string, int> With(Dictionary<string, int> rows, IReadOnlyDictionary<string, int> newer)
    {
        var all = new Dictionary<string, int>(rows);
        foreach (var (name, purchases) in newer)
        {
            all[name] = purchases;
        }

        return all;
    }

    // The server of a client that was killed may still be about to commit.
    private static async Task UntilItHasLeftAsync(DbContextOptions<CrashContext> options)
    {
        while (await AskAsync(options, "SELECT count(*)::text FROM pg_stat_activity WHERE application_name = 'crash' AND datname = current_database()") != "0")
        {
        }
    }

    private static async Task<DbContextOptions<CrashContext>> CreateAsync(string database, string connectionString)
    {
        var builder = new DbContextOptionsBuilder<CrashContext>();
        CrashContext.Use(builder, database, database == "sqlite" ? connectionString : new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "look", Pooling = false }.ConnectionString);
        await using var context = new CrashContext(builder.Options);
        await context.Database.EnsureCreatedAsync(Token);
        return builder.Options;
    }

    private static async Task<string> AskAsync(DbContextOptions<CrashContext> options, string question)
    {
        await using var context = new CrashContext(options);
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await context.Database.OpenConnectionAsync(Token);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = question;
            var answer = (string)(await command.ExecuteScalarAsync(Token))!;
            await context.Database.CloseConnectionAsync();
            return answer;
        });
    }

    // The server of the tests acknowledges before it has written; here it must not.
    private static string Durable(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c synchronous_commit=on", ApplicationName = "crash" }.ConnectionString;

    private static async Task RunAsync(string script, string argument)
    {
        using var process = Process.Start(PostgreSqlInstallation.Shell(script, argument))!;
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
    }

    private static void SpinFor(TimeSpan time)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time;)
        {
            Thread.SpinWait(20);
        }
    }
}
