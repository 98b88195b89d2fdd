using CsCheck;
using GdprKit.Ledger;
using GdprKit.RetentionWorld;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>
/// Random registers, maps, rows and holds: what a run leaves in a database is what is decided row by row, and what it says it did is what it did. Few of them in an ordinary run; any
/// number with <c>CsCheck_Iter=2000</c>, and one again with <c>CsCheck_Seed=…</c>.
/// </summary>
public sealed class RunTests(PostgreSqlServer server)
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? 30 : Check.Iter;

    private static readonly Operator Owner = Operator.Parse("staff-1");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SQLite_is_left_as_the_rows_say()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(Token);
        await ProveAsync(options => options.UseSqlite(connection));
    }

    [PostgreSqlFact]
    public async Task PostgreSQL_is_left_as_the_rows_say()
    {
        await using var postgres = await server.CreateDatabaseAsync(Token);
        // Compiling a statement that no other case asks takes longer than running it on a few rows.
        var connection = new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Options = "-c jit=off" }.ConnectionString;
        await ProveAsync(options => options.UseNpgsql(connection));
    }

    private static async Task ProveAsync(Action<DbContextOptionsBuilder> configure)
    {
        await using var database = new WorldDatabase(configure);
        await database.CreateAsync();
        await RetentionCase.All.SampleAsync(
            async one =>
            {
                await database.HoldAsync(one.World);
                (await DifferencesAsync(one, database, configure)).Should().BeEquivalentTo(Array.Empty<string>(), "{0}", one);
            },
            iter: Cases,
            threads: 1,
            print: one => one.ToString());
    }

    private static async Task<List<string>> DifferencesAsync(RetentionCase one, WorldDatabase database, Action<DbContextOptionsBuilder> configure)
    {
        var register = one.Register.TryCreate()!;
        var zone = register.Controller.TimeZone;
        var services = new ServiceCollection()
            .AddSingleton<IClock>(new FakeClock(zone.AtLeniently(one.Today.At(new LocalTime(23, 0))).ToInstant()))
            .AddDbContext<WorldContext>(configure);
        foreach (var map in WorldMaps.Of(one.Maps))
        {
            services.AddSingleton(map);
        }

        services.AddGdprKit(gdpr => gdpr.UseRegister(register).UseEntityFrameworkCore<WorldContext>().ConfigureRetentionRuns(options => options.BatchSize = 1 + (one.Today.Day % 4)));
        await using var provider = services.BuildServiceProvider();
        var retention = provider.GetRequiredService<DataRetention>();
        var maps = new DefinedMaps(one.Maps, zone);
        var holds = DefinedHolds.Of(one, maps);
        var answers = DefinedAnswers.Of(one, register, maps);
        await database.AnswerAsync(answers, zone);
        var placed = await PlaceAsync(provider, holds, one.Today);
        try
        {
            await using var scope = provider.CreateAsyncScope();
            var runs = scope.ServiceProvider.GetRequiredService<RetentionRuns>();
            var run = await RunAsync(runs, provider.GetRequiredService<RetentionRunner>(), retention);
            if (run is { Status: RunStatus.Stopped, Reason: RunStop.BeyondTolerance })
            {
                // Other rows went, and more became due by that than was approved; what is due is told by the next preview.
                return [];
            }

            var definition = new RunDefinition(register, maps, retention.Plan, holds, answers, one.Today, WorldDatabase.TypeOf) { Approved = run?.Steps.Where(step => step.Fault is null).Select(step => NameOf(runs, step)).ToHashSet() ?? [] };
            var left = definition.Run(one.World);
            return
            [
                .. Differences(WorldCopy.Told(left), WorldCopy.Told(await database.ReadAsync())),
                .. Differences(definition.Counts.Select(count => $"{count.Key} {count.Value}"), run?.Steps.Where(step => step.Done > 0).Select(step => $"{NameOf(runs, step)} {step.Done}") ?? []),
                .. run is null or { Status: RunStatus.Completed } ? [] : new[] { $"the run is {run.Status}: {run.Reason} {string.Join(' ', run.Steps.Select(step => step.Fault))}" },
            ];
        }
        finally
        {
            await LiftAsync(provider, placed);
        }
    }

    private static async Task<RetentionRun?> RunAsync(RetentionRuns runs, RetentionRunner runner, DataRetention retention)
    {
        try
        {
            await runs.ApproveAsync((await retention.PreviewAsync(Token)).Digest, Owner, Token);
        }
        catch (InvalidOperationException nothing) when (nothing.Message.StartsWith("GDPR1701", StringComparison.Ordinal))
        {
            return null;
        }

        return (await runner.RunAsync(Token)).Run!.Run;
    }

    internal static async Task<List<(HoldScope Scope, EntryId Id)>> PlaceAsync(ServiceProvider provider, DefinedHolds holds, LocalDate today)
    {
        await using var scope = provider.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<LegalHolds>();
        HoldScope?[] scopes =
        [
            holds.Person is { } person ? new HoldScope.Person(person) : null,
            holds.Type is { } type ? new HoldScope.Entity(nameof(WorldContext), type.FullName!) : null,
            holds.Category is { } category ? new HoldScope.Category(category) : null,
        ];
        var placed = new List<(HoldScope, EntryId)>();
        foreach (var each in scopes.OfType<HoldScope>())
        {
            placed.Add((each, await service.PlaceAsync(each, HoldGround.LegalClaims, Owner, "a claim", today.PlusMonths(1), cancellationToken: Token)));
        }

        return placed;
    }

    internal static async Task LiftAsync(ServiceProvider provider, List<(HoldScope Scope, EntryId Id)> placed)
    {
        await using var scope = provider.CreateAsyncScope();
        foreach (var (on, id) in placed)
        {
            await scope.ServiceProvider.GetRequiredService<LegalHolds>().LiftAsync(on, id, Owner, "settled", Token);
        }
    }

    private static string NameOf(RetentionRuns runs, RunStep step) => $"{WorldDatabase.TypeOf(runs.Name(step)!.Entity).Name}: {string.Join(", ", runs.Name(step)!.Fields)}";

    internal static IEnumerable<string> Differences(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (left, right) = (expected.ToList(), actual.ToList());
        return [.. left.Except(right).Select(each => $"should be: {each}"), .. right.Except(left).Select(each => $"is: {each}")];
    }
}
