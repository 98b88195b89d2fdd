using System.Diagnostics;
using System.Globalization;
using GdprKit.EntityFrameworkCore.Backups;
using GdprKit.Ledger;
using GdprKit.Subjects;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Crash;

/// <summary>
/// Kills processes (<c>SIGKILL</c>) at random points while they replay after a restore. After each kill nothing is gone that must stay and nothing is permitted; the next process goes on,
/// and in the end rows, heads and order are those of the database that was never restored.
/// </summary>
/// <remarks>
/// A few kills each time; hundreds on each database by
/// <c>GDPRKIT_KILLS=300 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~RestoreKillTests</c>.
/// </remarks>
public sealed class RestoreKillTests(PostgreSqlServer server)
{
    // Of a good hundred of a replay: so that one is killed a few times, and also shortly before its end.
    private const int MostCommitsBefore = 40;

    // From one transaction to the one after the next.
    private const int MostMilliseconds = 25;

    private static readonly Operator Owner = Operator.Parse("staff-1");

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 3;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_a_replay_that_is_killed_comes_to_what_was_before_the_restore() => InRestoresAsync(async (folder, first) =>
    {
        var database = await CrashDatabase.InSqliteAsync(folder, first % 2 == 0 ? "wal" : "delete", Token);
        var (file, backup) = (new SqliteConnectionStringBuilder(database.ConnectionString).DataSource, Path.Combine(folder, "backup"));
        return await new Restored(database, folder, () => SqliteBackup.MakeAsync(SqliteBackupWay.VacuumInto, file, backup, Token), () => Task.Run(() => SqliteBackup.PutBack(backup, file))).KillAsync(first);
    });

    [PostgreSqlFact]
    public Task On_PostgreSQL_a_replay_that_is_killed_comes_to_what_was_before_the_restore() => InRestoresAsync(async (folder, first) =>
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        var backup = Path.Combine(folder, "backup");
        return await new Restored(await CrashDatabase.InPostgreSqlAsync(database.ConnectionString, Token), folder, () => database.DumpAsync(backup, Token), () => database.RestoreAsync(backup, Token)).KillAsync(first);
    });

    private static async Task InRestoresAsync(Func<string, int, Task<int>> restore)
    {
        var (started, restores) = (Stopwatch.GetTimestamp(), 0);
        for (var killed = 0; killed < Kills; restores++)
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-restore-");
            try
            {
                killed += await restore(folder.FullName, killed);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Kills} kills in {restores} restores in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    /// <summary>A history of a club, of which a backup from its midst is put back.</summary>
    private sealed class Restored(CrashDatabase database, string folder, Func<Task> backUp, Func<Task> putBack)
    {
        // What is done again says so itself.
        private static readonly StreamKind[] OfReplays = [ErasureOrder.Fold.Kind, RetentionRun.Fold.Kind, DatabaseRestore.Fold.Kind];

        private readonly ClubHost _host = new(database.Kind, database.ConnectionStringOfTests, folder);

        private int _minutes;

        /// <summary>Lets processes do the replay, and kills them until one comes to its end, or there were enough.</summary>
        /// <returns>How many were killed.</returns>
        public async Task<int> KillAsync(int first)
        {
            await File.WriteAllBytesAsync(ClubHost.RegisterFileOf(folder), TestRegisters.Shop().ToJson(), Token);
            await new ClubRows(database.Options).PutAsync(Token);
            await DoAsync(BeforeAsync);
            var whole = await RowsAsync();
            await backUp();
            await DoAsync(AfterAsync);
            await new Cleaner(_host).RunAsync(_minutes += 20, TextWriter.Null);
            await DoAsync(PumpAsync);
            var (rows, heads) = (await RowsAsync(), await WithAsync(HeadsAsync));
            rows.Should().HaveCountLessThan(whole.Count, "something went");
            await putBack();

            var (killed, isDone) = (0, false);
            while (!isDone && first + killed < Kills)
            {
                var random = new Random(first + killed);
                using var process = await KilledClubHost.StartAsync("restore", database, folder, _minutes += 20, Token);
                await process.ListenToCommitsAsync(random.Next(MostCommitsBefore), Token);
                await process.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));
                isDone = process.IsDone;
                killed += isDone ? 0 : 1;
                await database.SettleAsync(Token);
                await ShouldBeProtectedAsync(whole, rows, isDone);
            }

            await new Restorer(_host).RunAsync(_minutes += 20, TextWriter.Null);
            (await RowsAsync()).Should().BeEquivalentTo(rows);
            (await WithAsync(HeadsAsync)).Should().Equal(heads);
            await DoAsync(ShouldBeSoundAsync);
            return killed;
        }

        private static async Task BeforeAsync(IServiceProvider services)
        {
            foreach (var member in ClubRows.Held)
            {
                await services.GetRequiredService<LegalHolds>().PlaceAsync(new HoldScope.Person(Person(member)), HoldGround.LegalClaims, Owner, "a claim", new LocalDate(2027, 3, 1), cancellationToken: Token);
            }

            // Somebody who is erased already, and people whom the copy knows.
            await EraseAsync(services, [1]);
            await services.GetRequiredService<ISubjectDirectory>().LinkAsync(Enumerable.Range(2, 80).Select(Person).ToValueList(), LedgerTime.Floor(services.GetRequiredService<IClock>().GetCurrentInstant()), Token);
            await PumpAsync(services);
        }

        private static async Task AfterAsync(IServiceProvider services)
        {
            foreach (var member in new[] { 10, 13, 60, 70 })
            {
                await services.GetRequiredService<Objections>().ObjectToMarketingAsync(Person(member), cancellationToken: Token);
                await services.GetRequiredService<Restrictions>().PlaceAsync(Person(member + 1), RestrictionGround.AccuracyContested, cancellationToken: Token);
            }

            await EraseAsync(services, [.. Enumerable.Range(20, 20)]);
            await services.GetRequiredService<RetentionRuns>().ApproveAsync((await services.GetRequiredService<DataRetention>().PreviewAsync(Token)).Digest, Owner, Token);
        }

        private static async Task EraseAsync(IServiceProvider services, IEnumerable<int> members)
        {
            foreach (var member in members)
            {
                await services.GetRequiredService<Erasures>().OrderAsync(Person(member), Owner, cancellationToken: Token);
            }

            await services.GetRequiredService<ErasureRunner>().RunAsync(Token);
        }

        private static async Task PumpAsync(IServiceProvider services) =>
            (await services.GetRequiredService<LedgerSequencer>().PumpAsync(Token)).Mirror.State.Should().Be(MirrorState.Level);

        private static SubjectId Person(int member) => SubjectId.Of(ClubHost.Members, member);

        // What must stay is there, and nobody may be processed while something can be missing.
        private async Task ShouldBeProtectedAsync(Dictionary<string, string?> whole, Dictionary<string, string?> rows, bool isDone)
        {
            var found = await RowsAsync();
            rows.Where(row => !found.TryGetValue(row.Key, out var text) || (row.Value is not null && text != row.Value)).Should().BeEmpty("nothing is gone that must stay");
            found.Keys.Except(whole.Keys).Should().BeEmpty();
            await DoAsync(async services =>
            {
                var decision = await services.GetRequiredService<ProcessingDecisions>().DecideAsync(Person(20), ShopKeys.Orders, ProcessingUse.Ordinary with { IsStrict = true }, Token);
                (decision.Reason.Id == "GDPR2153").Should().Be(!isDone, "it is refused until all is done again");
            });
        }

        private static async Task ShouldBeSoundAsync(IServiceProvider services)
        {
            await PumpAsync(services);
            (await services.GetRequiredService<LedgerVerification>().VerifyAsync(cancellationToken: Token)).Findings.Should().BeEmpty();
            (await services.GetRequiredService<ILedgerMirror>().ReadInboxAsync(Token).ToListAsync(Token)).Should().BeEmpty();
            (await services.GetRequiredService<DatabaseRestores>().ListAsync(Token).Select(restore => restore.Status).ToListAsync(Token)).Should().NotBeEmpty().And.OnlyContain(status => status == DatabaseRestoreStatus.Replayed);
        }

        private static async Task<List<string>> HeadsAsync(IServiceProvider services)
        {
            var heads = new List<string>();
            foreach (var fold in services.GetServices<StreamFold>().Where(fold => !OfReplays.Contains(fold.Kind)).OrderBy(fold => fold.Kind.ToString(), StringComparer.Ordinal))
            {
                heads.AddRange(await services.GetRequiredService<LedgerStreams>().ReadHeadsAsync(HeadFilter.Of(fold.Kind), Token)
                    .Select(head => $"{head.Stream.Kind} {head.Stream.Subject} {head.Stream.Key} {head.Version} {head.RecordedAt} {head.Index} {Convert.ToBase64String(head.State.AsSpan())}").ToListAsync(Token));
            }

            return heads;
        }

        // By their keys; what can be emptied as text.
        private async Task<Dictionary<string, string?>> RowsAsync()
        {
            await using var context = new CrashContext(database.Options);
            var rows = await context.Set<Member>().AsNoTracking().ToDictionaryAsync(member => $"member {member.Id}", member => member.Email, Token);
            await foreach (var card in context.Set<Card>().AsNoTracking().AsAsyncEnumerable().WithCancellation(Token))
            {
                rows.Add($"card {card.Id} of {card.MemberId}", null);
            }

            await foreach (var visit in context.Set<Visit>().AsNoTracking().AsAsyncEnumerable().WithCancellation(Token))
            {
                rows.Add($"visit {visit.Id} of {visit.MemberId}", visit.Note);
            }

            return rows;
        }

        private async Task<T> WithAsync<T>(Func<IServiceProvider, Task<T>> ask)
        {
            await using var provider = _host.Create(ClubHost.ClockAt(_minutes += 1));
            await using var scope = provider.CreateAsyncScope();
            return await ask(scope.ServiceProvider);
        }

        private Task DoAsync(Func<IServiceProvider, Task> work) => WithAsync(async services =>
        {
            await work(services);
            return 0;
        });
    }
}
