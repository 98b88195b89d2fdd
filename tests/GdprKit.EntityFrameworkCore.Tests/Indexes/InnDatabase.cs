using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Indexes;

/// <summary>The inn in a database of its own, SQLite in memory or PostgreSQL.</summary>
internal sealed class InnDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IAsyncDisposable _database;

    private InnDatabase(Action<DbContextOptionsBuilder> use, IAsyncDisposable database, string explain)
    {
        _database = database;
        _services = new ServiceCollection().AddDbContext<InnContext>(use).BuildServiceProvider();
        Explained = new EntityFrameworkCoreStore<InnContext>(new ServiceCollection()
            .AddDbContext<InnContext>(options =>
            {
                use(options);
                options.AddInterceptors(new PlanReader(explain));
            })
            .BuildServiceProvider().GetRequiredService<IServiceScopeFactory>());
        Store = new EntityFrameworkCoreStore<InnContext>(_services.GetRequiredService<IServiceScopeFactory>());
        Map = PersonalDataMap.Create(TestRegisters.Shop(), InnMaps.All, [Store.Describe(CancellationToken.None)]);
        Use(inn =>
        {
            inn.Database.EnsureCreated();
            inn.Database.ExecuteSqlRaw("""
                CREATE VIEW "Listing" AS SELECT "Id", "Name", "SignedUpAt" FROM "Guest";
                CREATE VIEW "Overview" AS SELECT "Id", "Name", "SignedUpAt" FROM "Guest";
                """);
        });
    }

    public EntityFrameworkCoreStore<InnContext> Store { get; }

    public PersonalDataMap Map { get; }

    private EntityFrameworkCoreStore<InnContext> Explained { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static InnDatabase InSqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new InnDatabase(options => options.UseSqlite(connection), connection, "EXPLAIN QUERY PLAN");
    }

    public static async Task<InnDatabase> InPostgreSqlAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync(Token);
        return new InnDatabase(options => options.UseNpgsql(database.ConnectionString), database, "EXPLAIN");
    }

    public StoreEntity Entity<T>() => Map.Stores.Single().Entities.Single(entity => entity.Description.Type == typeof(T));

    public void Execute(string statement) => Use(inn => inn.Database.ExecuteSqlRaw(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

    /// <summary>What is missing to count the rows of an entity.</summary>
    public async Task<ValueList<MissingIndex>> AdviceAsync<T>(RowCondition where, params RowCondition[] conditions) =>
        (await Store.FindMissingIndexesAsync(Entity<T>(), [new RowRequest { Where = where, Conditions = [.. conditions] }], Token))!.Value;

    /// <summary>How the database counts the rows of an entity.</summary>
    public async Task<string> PlanAsync<T>(RowCondition where, params RowCondition[] conditions)
    {
        var counting = async () => await Explained.CountAsync(Entity<T>(), where, [.. conditions], Token);
        return (await counting.Should().ThrowAsync<PlanException>()).Which.Plan;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }

    private void Use(Action<InnContext> use)
    {
        using var scope = _services.CreateScope();
        use(scope.ServiceProvider.GetRequiredService<InnContext>());
    }
}
