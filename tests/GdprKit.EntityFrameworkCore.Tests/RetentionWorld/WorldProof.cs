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
/// Random registers, maps, rows and holds: what is left in a database is what is decided row by row. Few of them in an ordinary run; any number with <c>CsCheck_Iter=2000</c>, and one again with
/// <c>CsCheck_Seed=…</c>.
/// </summary>
/// <param name="server">The server of PostgreSQL.</param>
/// <param name="few">How many in an ordinary run.</param>
public abstract class WorldProof(PostgreSqlServer server, long few)
{
    protected static readonly Operator Owner = Operator.Parse("staff-1");

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private long Cases => Environment.GetEnvironmentVariable("CsCheck_Iter") is null ? few : Check.Iter;

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

    /// <summary>What differs after the work was done.</summary>
    private protected abstract Task<List<string>> DifferencesAsync(RetentionCase one, WorldDatabase database, Action<DbContextOptionsBuilder> configure);

    /// <summary>The application of a case, late on its day.</summary>
    protected static ServiceProvider Host(RetentionCase one, ProcessingRegister register, Action<DbContextOptionsBuilder> configure, Action<GdprKitBuilder> besides)
    {
        var services = new ServiceCollection()
            .AddSingleton<IClock>(new FakeClock(register.Controller.TimeZone.AtLeniently(one.Today.At(new LocalTime(23, 0))).ToInstant()))
            .AddDbContext<WorldContext>(configure);
        foreach (var map in WorldMaps.Of(one.Maps))
        {
            services.AddSingleton(map);
        }

        services.AddGdprKit(gdpr => besides(gdpr.UseRegister(register).UseEntityFrameworkCore<WorldContext>()));
        return services.BuildServiceProvider();
    }

    protected static async Task<List<(HoldScope Scope, EntryId Id)>> PlaceAsync(ServiceProvider provider, DefinedHolds holds, LocalDate today)
    {
        await using var scope = provider.CreateAsyncScope();
        var service = scope.ServiceProvider.GetRequiredService<LegalHolds>();
        HoldScope?[] scopes =
        [
            holds.Person is { } person ? new HoldScope.Person(person) : null,
            holds.Type is { } type ? new HoldScope.Entity(nameof(WorldContext), type.FullName!) : null,
            holds.Category is { } category ? new HoldScope.Category(category) : null,
            holds.Query is var (query, on) ? new HoldScope.Query(nameof(WorldContext), on.FullName!, query.Key) : null,
        ];
        var placed = new List<(HoldScope, EntryId)>();
        foreach (var each in scopes.OfType<HoldScope>())
        {
            placed.Add((each, await service.PlaceAsync(each, HoldGround.LegalClaims, Owner, "a claim", today.PlusMonths(1), cancellationToken: Token)));
        }

        return placed;
    }

    protected static async Task LiftAsync(ServiceProvider provider, List<(HoldScope Scope, EntryId Id)> placed)
    {
        await using var scope = provider.CreateAsyncScope();
        foreach (var (on, id) in placed)
        {
            await scope.ServiceProvider.GetRequiredService<LegalHolds>().LiftAsync(on, id, Owner, "settled", Token);
        }
    }

    protected static IEnumerable<string> Differences(IEnumerable<string> expected, IEnumerable<string> actual)
    {
        var (left, right) = (expected.ToList(), actual.ToList());
        return [.. left.Except(right).Select(each => $"should be: {each}"), .. right.Except(left).Select(each => $"is: {each}")];
    }

    private async Task ProveAsync(Action<DbContextOptionsBuilder> configure)
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
}
