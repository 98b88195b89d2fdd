using GdprKit.Mapping;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Library;

/// <summary>The library in a database of its own, SQLite in memory or PostgreSQL, with its maps resolved.</summary>
internal sealed class LibraryDatabase : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly IAsyncDisposable _database;

    private LibraryDatabase(Action<DbContextOptionsBuilder> use, IAsyncDisposable database)
    {
        _database = database;
        _services = new ServiceCollection()
            .AddDbContext<LibraryContext>(options =>
            {
                use(options);
                options.LogTo(Statements.Add, [RelationalEventId.CommandExecuted]);
            })
            .BuildServiceProvider();
        Store = new EntityFrameworkCoreStore<LibraryContext>(_services.GetRequiredService<IServiceScopeFactory>());
        Map = PersonalDataMap.Create(TestRegisters.Shop(), [new ReaderMap(), new LoanMap()], [Store.Describe(CancellationToken.None)]);
        Save(library => library.Database.EnsureCreated());
    }

    public List<string> Statements { get; } = [];

    /// <summary>The statements that count rows of the library, without those that only look whether texts are dates.</summary>
    public IEnumerable<string> Counts => Statements.Where(statement => statement.Contains("COUNT(", StringComparison.OrdinalIgnoreCase) && !statement.Contains("sqlite_master", StringComparison.Ordinal));

    public EntityFrameworkCoreStore<LibraryContext> Store { get; }

    public PersonalDataMap Map { get; }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static LibraryDatabase InSqlite()
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        return new LibraryDatabase(options => options.UseSqlite(connection), connection);
    }

    public static async Task<LibraryDatabase> InPostgreSqlAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync(Token);
        return new LibraryDatabase(options => options.UseNpgsql(database.ConnectionString), database);
    }

    public StoreEntity Entity<T>() => Map.Stores.Single().Entities.Single(entity => entity.Description.Type == typeof(T));

    public void Save(Action<LibraryContext> change)
    {
        using var scope = _services.CreateScope();
        var library = scope.ServiceProvider.GetRequiredService<LibraryContext>();
        change(library);
        library.SaveChanges();
    }

    public async Task<long> CountAsync<T>(RowCondition where) => (await Store.CountAsync(Entity<T>(), where, [], Token))[0];

    public async Task<List<RowFacts>> ReadAsync<T>(RowRequest request)
    {
        var rows = new List<RowFacts>();
        await foreach (var row in Store.ReadAsync(Entity<T>(), request, Token))
        {
            rows.Add(row);
        }

        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _database.DisposeAsync();
    }
}
