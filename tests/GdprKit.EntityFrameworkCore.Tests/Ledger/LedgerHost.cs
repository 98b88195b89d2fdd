using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>A host with customers and a ledger in one database, with a context for every request.</summary>
internal sealed class LedgerHost : IAsyncDisposable
{
    private readonly Func<ValueTask> _drop;
    private readonly ServiceProvider _services;

    private LedgerHost(Action<DbContextOptionsBuilder, Func<ExecutionStrategyDependencies, IExecutionStrategy>> use, string connectionString, Func<ValueTask> drop)
    {
        (_drop, ConnectionString) = (drop, connectionString);
        var services = new ServiceCollection()
            .AddSingleton<IClock>(Clock)
            .AddDbContext<LedgerContext>(options =>
            {
                use(options, dependencies => new RetryOnTransient(dependencies, exception => IsAlsoTransient(exception)));
                options.AddInterceptors(Answer, Door);
            });
        services.AddGdprKit().UseEntityFrameworkCore<LedgerContext>();
        _services = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });
    }

    public string ConnectionString { get; }

    public FakeClock Clock { get; } = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    public LostAnswer Answer { get; } = new();

    public FailingDoor Door { get; } = new();

    /// <summary>What else the strategy of the host tries again after.</summary>
    public Func<Exception, bool> IsAlsoTransient { get; set; } = _ => false;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<LedgerHost> InSqliteAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-host-").FullName;
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "host.sqlite"), Pooling = false, DefaultTimeout = 1 }.ConnectionString;
        return await CreatedAsync(new LedgerHost(
            (options, strategy) => options.UseSqlite(file, sqlite => sqlite.ExecutionStrategy(strategy)),
            file,
            () =>
            {
                Directory.Delete(folder, recursive: true);
                return ValueTask.CompletedTask;
            }));
    }

    public static async Task<LedgerHost> InPostgreSqlAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync(Token);
        return await CreatedAsync(new LedgerHost(
            (options, strategy) => options.UseNpgsql(database.ConnectionString, postgreSql => postgreSql.ExecutionStrategy(strategy)),
            database.ConnectionString,
            database.DisposeAsync));
    }

    public AsyncServiceScope Request() => _services.CreateAsyncScope();

    /// <summary>How many customers are stored and how many entries a stream has, as another request sees it.</summary>
    public async Task<(int Customers, int Entries)> CountAsync(StreamId stream)
    {
        await using var request = Request();
        var context = request.ServiceProvider.GetRequiredService<LedgerContext>();
        return (await context.Customers.CountAsync(Token), await request.ServiceProvider.GetRequiredService<ILedgerStore>().ReadStreamAsync(stream, 0, Token).CountAsync(Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _drop();
    }

    private static async Task<LedgerHost> CreatedAsync(LedgerHost host)
    {
        await using var request = host.Request();
        await request.ServiceProvider.GetRequiredService<LedgerContext>().Database.EnsureCreatedAsync(Token);
        return host;
    }
}
