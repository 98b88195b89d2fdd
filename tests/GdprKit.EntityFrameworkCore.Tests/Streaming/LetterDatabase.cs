using GdprKit.EntityFrameworkCore.Ledger;
using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Streaming;

/// <summary>A database that makes as many letters as are taken, and knows how many it made; its host tries again what failed.</summary>
internal sealed class LetterDatabase : IAsyncDisposable
{
    public static readonly SubjectId Customer = SubjectId.Of(ShopKeys.Customers, 1);

    private readonly ServiceProvider _services;
    private readonly IAsyncDisposable _database;
    private readonly Func<Task<long>> _told;

    private LetterDatabase(Action<DbContextOptionsBuilder> use, IAsyncDisposable database, Func<Task<long>> told)
    {
        (_database, _told) = (database, told);
        _services = new ServiceCollection().AddDbContext<LetterContext>(options =>
        {
            use(options);
            options.AddInterceptors(Unreachable);
        }).BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<LetterContext>(_services.GetRequiredService<IServiceScopeFactory>());
        Letters = PersonalDataMap.Create(TestRegisters.Shop(), [new LetterMap()], [Store.Describe(CancellationToken.None)]).Stores.Single().Entities.Single();
    }

    public IPersonalDataStore Store { get; }

    public StoreEntity Letters { get; }

    public UnreachableAtFirst Unreachable { get; } = new();

    /// <summary>How many letters were made until now.</summary>
    public Task<long> ToldAsync() => _told();

    public static async Task<LetterDatabase> InSqliteAsync()
    {
        var token = TestContext.Current.CancellationToken;
        var told = 0L;
        var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(token);
        connection.CreateFunction("told", () => ++told);
        await using var command = connection.CreateCommand();
        command.CommandText = $"""
            CREATE VIEW letters AS
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {Letter.All})
            SELECT told() AS Told, 1 AS CustomerId, printf('%1000d', n) AS Text FROM numbers
            """;
        await command.ExecuteNonQueryAsync(token);
        return new LetterDatabase(
            options => options.UseSqlite(connection, sqlite => sqlite.ExecutionStrategy(dependencies => new RetryOnTransient(dependencies))), connection, () => Task.FromResult(told));
    }

    public static async Task<LetterDatabase> InPostgreSqlAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await AskAsync(database.ConnectionString, $"""
            CREATE SEQUENCE told;
            CREATE VIEW letters AS
            SELECT nextval('told') AS "Told", 1 AS "CustomerId", lpad(n::text, 1000) AS "Text" FROM generate_series(1, {Letter.All}) AS n
            """);
        return new LetterDatabase(
            options => options.UseNpgsql(
                database.ConnectionString,
                npgsql => npgsql.ExecutionStrategy(dependencies => new RetryOnTransient(dependencies)).UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)),
            database,
            async () => (long)(await AskAsync(database.ConnectionString, "SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM told"))!);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private static async Task<object?> AskAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
