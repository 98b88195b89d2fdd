using System.Diagnostics;
using System.Globalization;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Crash;

/// <summary>
/// Kills processes (<c>SIGKILL</c>) at random points while they do a retention run. After each kill owners and what goes with them are there both or neither, nothing went that must
/// stay, and the record counts what is really gone; the next process goes on, and in the end exactly that is left what the rules say.
/// </summary>
/// <remarks>
/// A few kills each time; a thousand on each database by
/// <c>GDPRKIT_KILLS=1000 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~RunKillTests</c>.
/// </remarks>
public sealed class RunKillTests(PostgreSqlServer server)
{
    // Of some forty of a run: so that a run is killed a few times, and also shortly before its end.
    private const int MostCommitsBefore = 14;

    // From one transaction to the one after the next.
    private const int MostMilliseconds = 25;

    private static readonly Operator Owner = Operator.Parse("staff-1");

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_a_run_that_is_killed_leaves_what_the_rules_say_and_counts_every_row_once() => InRunsAsync(async (folder, first) =>
        await CleanAsync(await CrashDatabase.InSqliteAsync(folder, first % 2 == 0 ? "wal" : "delete", Token), folder, first));

    [PostgreSqlFact]
    public Task On_PostgreSQL_a_run_that_is_killed_leaves_what_the_rules_say_and_counts_every_row_once() => InRunsAsync(async (folder, first) =>
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        return await CleanAsync(await CrashDatabase.InPostgreSqlAsync(database.ConnectionString, Token), folder, first);
    });

    private static async Task InRunsAsync(Func<string, int, Task<int>> run)
    {
        var (started, runs) = (Stopwatch.GetTimestamp(), 0);
        for (var killed = 0; killed < Kills; runs++)
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-run-");
            try
            {
                killed += await run(folder.FullName, killed);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Kills} kills in {runs} runs in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    /// <summary>Lets processes do one run, and kills them until one comes to its end, or there were enough.</summary>
    /// <returns>How many were killed.</returns>
    private static async Task<int> CleanAsync(CrashDatabase database, string folder, int first)
    {
        await File.WriteAllBytesAsync(ClubHost.RegisterFileOf(folder), TestRegisters.Shop().ToJson(), Token);
        var host = new ClubHost(database.Kind, database.ConnectionStringOfTests, folder);
        await using var provider = host.Create(ClubHost.ClockAt(0));
        var rows = new ClubRows(database.Options);
        await rows.PutAsync(Token);
        var run = await ApproveAsync(provider);
        var (killed, isDone) = (0, false);
        while (!isDone && first + killed < Kills)
        {
            var random = new Random(first + killed);
            using var process = await KilledClubHost.StartAsync("clean", database, folder, minutes: 10 * (killed + 1), Token);
            await process.ListenToCommitsAsync(random.Next(MostCommitsBefore), Token);
            await process.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));
            isDone = process.IsDone;
            killed += isDone ? 0 : 1;
            await database.SettleAsync(Token);
            await CompareAsync(provider, run, rows, isDone);
        }

        await new Cleaner(host).RunAsync(minutes: 10 * (killed + 1), TextWriter.Null);
        await CompareAsync(provider, run, rows, isOver: true);
        await VerifyAsync(provider);
        return killed;
    }

    private static async Task<EntryId> ApproveAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        foreach (var member in ClubRows.Held)
        {
            await scope.ServiceProvider.GetRequiredService<LegalHolds>().PlaceAsync(
                new HoldScope.Person(SubjectId.Of(ClubHost.Members, member)), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
        }

        return await scope.ServiceProvider.GetRequiredService<RetentionRuns>().ApproveAsync((await provider.GetRequiredService<DataRetention>().PreviewAsync(Token)).Digest, Owner, Token);
    }

    private static async Task CompareAsync(ServiceProvider provider, EntryId id, ClubRows rows, bool isOver)
    {
        await using var scope = provider.CreateAsyncScope();
        var runs = scope.ServiceProvider.GetRequiredService<RetentionRuns>();
        var run = (await runs.FindAsync(id, Token))!;
        var changed = await rows.ChangedAsync(isOver, Token);

        run.Steps.GroupBy(step => (step.Action, runs.Name(step)!.Entity.Split('.')[^1])).Select(same => KeyValuePair.Create(same.Key, same.Sum(step => step.Done)))
            .Where(each => each.Value > 0)
            .Should().BeEquivalentTo(changed.Where(each => each.Value > 0), "every row is counted once, and none that is there");
        run.Steps.Where(step => step.Fault is not null).Should().BeEmpty();
        run.Status.Should().BeOneOf(isOver ? [RunStatus.Completed] : [RunStatus.Approved, RunStatus.Running, RunStatus.Completed]);
    }

    private static async Task VerifyAsync(ServiceProvider provider)
    {
        await using var scope = provider.CreateAsyncScope();
        var latest = await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadLatestAsync(before: null, limit: 1, Token);
        await provider.GetRequiredService<LedgerSequencer>().EnsureMirroredAsync(latest.Select(entry => entry.Id).ToValueList(), Token);
        var report = await provider.GetRequiredService<LedgerVerification>().VerifyAsync(cancellationToken: Token);
        report.Findings.Should().BeEmpty();
        report.Mirror.State.Should().Be(MirrorState.Level);
    }
}
