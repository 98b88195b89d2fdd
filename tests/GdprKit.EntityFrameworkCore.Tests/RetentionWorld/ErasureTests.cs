using CsCheck;
using GdprKit.RetentionWorld;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.RetentionWorld;

/// <summary>
/// Random registers, maps, rows and holds: what the erasure of somebody leaves in a database is what is decided row by row, and it says how many rows went. Few of them in an
/// ordinary run; any number with <c>CsCheck_Iter=2000</c>, and one again with <c>CsCheck_Seed=…</c>.
/// </summary>
public sealed class ErasureTests(PostgreSqlServer server)
{
    private static readonly long Cases = Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? 20 : Check.Iter;

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
                (await DifferencesAsync(one, database, configure)).Should().Equal(Array.Empty<string>());
            },
            iter: Cases,
            threads: 1,
            print: one => one.ToString());
    }

    private static async Task<List<string>> DifferencesAsync(RetentionCase one, WorldDatabase database, Action<DbContextOptionsBuilder> configure)
    {
        var register = one.Register.TryCreate()!;
        var zone = register.Controller.TimeZone;
        var maps = new DefinedMaps(one.Maps, zone);
        List<SubjectId> people = [.. one.World.All.SelectMany(maps.OwnersOf).Select(owner => owner.Person).OfType<SubjectId>().Distinct()];
        if (people.Count == 0)
        {
            return [];
        }

        var services = new ServiceCollection()
            .AddSingleton<IClock>(new FakeClock(zone.AtLeniently(one.Today.At(new LocalTime(23, 0))).ToInstant()))
            .AddDbContext<WorldContext>(configure);
        foreach (var map in WorldMaps.Of(one.Maps))
        {
            services.AddSingleton(map);
        }

        services.AddGdprKit(gdpr => gdpr.UseRegister(register).UseEntityFrameworkCore<WorldContext>().WithoutLedgerMirror("a test"));
        await using var provider = services.BuildServiceProvider();
        var person = people[one.Today.Day % people.Count];
        var holds = DefinedHolds.Of(one, maps) with { Person = null };
        var answers = DefinedAnswers.Of(one, register, maps);
        await database.AnswerAsync(answers, zone);
        var placed = await RunTests.PlaceAsync(provider, holds, one.Today);
        try
        {
            var order = await EraseAsync(provider, person);
            var definition = new RunDefinition(register, maps, provider.GetRequiredService<DataRetention>().Plan, holds, answers, one.Today, WorldDatabase.TypeOf) { Erased = person };
            var (left, before) = (definition.Run(one.World), -1L);
            while (definition.Counts.Values.Sum() is var gone && gone > before)
            {
                (left, before) = (definition.Run(left), gone);
            }

            var told = await database.ReadAsync();
            var rows = definition.Counts.Where(count => count.Key.EndsWith(": ", StringComparison.Ordinal)).Sum(count => count.Value);
            var store = order.Places.SingleOrDefault(place => place is { Kind: ErasurePlaceKind.Store });
            return
            [
                .. RunTests.Differences(WorldCopy.Told(left), WorldCopy.Told(told)),
                .. store is { Answer: ErasurePlaceAnswer.Unspecified, IsByHand: false } ? ["the store did not answer"] : Array.Empty<string>(),
                .. store is not null && store.Deleted != rows ? [$"{rows} rows went, and {store.Deleted} were recorded"] : Array.Empty<string>(),
            ];
        }
        finally
        {
            await RunTests.LiftAsync(provider, placed);
        }
    }

    private static async Task<ErasureOrder> EraseAsync(ServiceProvider provider, SubjectId person)
    {
        await using var scope = provider.CreateAsyncScope();
        var erasures = scope.ServiceProvider.GetRequiredService<Erasures>();
        var order = await erasures.OrderAsync(person, Owner, cancellationToken: Token);
        await scope.ServiceProvider.GetRequiredService<ErasureRunner>().RunAsync(Token);
        var done = (await erasures.FindAsync(order.Id, Token))!;

        // The next case is about other rows of the same database.
        await erasures.EndAsync(order.Id, Owner, Token);
        return done;
    }
}
