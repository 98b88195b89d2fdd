using System.Diagnostics;
using System.Globalization;
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
                await KillAsync(await CrashDatabase.InSqliteAsync(folder.FullName, journal, Token), first, kills);
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
            await KillAsync(await CrashDatabase.InPostgreSqlAsync(database.ConnectionString, Token), first, kills);
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
            var database = await CrashDatabase.InPostgreSqlAsync((await mortal.CreateDatabaseAsync(Token)).ConnectionString, Token);
            var folder = await database.AskAsync("SHOW data_directory", Token);
            var expected = new Dictionary<string, int>();
            for (var kill = 0; kill < kills; kill++)
            {
                using var host = await KilledHost.StartAsync(database.Kind, database.ConnectionString, first + kill, Token);
                var random = new Random(first + kill);
                await host.ListenUntilItBeginsAsync(random.Next(MostWorkBefore), Token);
                var backend = await database.AskAsync("SELECT coalesce((SELECT pid::text FROM pg_stat_activity WHERE application_name = 'crash' LIMIT 1), '')", Token);
                await (kill % 2 == 0 && backend.Length > 0
                    ? RunAsync("""kill -9 "$2" """, backend)
                    : RunAsync("""exec "$1/pg_ctl" restart -D "$2" -m immediate -w -l "$2/../log" >/dev/null 2>&1 </dev/null""", folder));
                await host.ListenWhileItGoesOnAsync(2, Token);
                await host.KillAsync();
                await database.SettleAsync(Token);
                expected = await CompareAsync(database, expected, host);
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

    private static async Task KillAsync(CrashDatabase database, int first, int kills)
    {
        var expected = new Dictionary<string, int>();
        for (var kill = 0; kill < kills; kill++)
        {
            using var host = await KilledHost.StartAsync(database.Kind, database.ConnectionString, first + kill, Token);
            var random = new Random(first + kill);
            await host.ListenUntilItBeginsAsync(random.Next(MostWorkBefore), Token);
            await host.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));
            await database.SettleAsync(Token);
            expected = await CompareAsync(database, expected, host);
        }
    }

    private static async Task<Dictionary<string, int>> CompareAsync(CrashDatabase database, Dictionary<string, int> before, KilledHost host)
    {
        var without = With(before, host.Acknowledged);
        var with = With(without, host.InHand ?? new Dictionary<string, int>());
        var found = await Survivors.ReadAsync(database.Options, Token);
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

    private static async Task RunAsync(string script, string argument)
    {
        using var process = Process.Start(PostgreSqlInstallation.Shell(script, argument))!;
        process.StandardInput.Close();
        await process.WaitForExitAsync(Token);
    }
}
