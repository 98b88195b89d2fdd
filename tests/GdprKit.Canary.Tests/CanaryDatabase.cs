using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.Canary;

/// <summary>A database for the canaries, and how to reach one that does not answer.</summary>
internal sealed class CanaryDatabase(Action<DbContextOptionsBuilder> use, Action<DbContextOptionsBuilder> useUnreachable, Func<ValueTask> drop) : IAsyncDisposable
{
    public Action<DbContextOptionsBuilder> Use { get; } = use;

    public Action<DbContextOptionsBuilder> UseUnreachable { get; } = useUnreachable;

    public static CanaryDatabase InSqlite()
    {
        var folder = Directory.CreateTempSubdirectory("gdprkit-canary-").FullName;
        string To(string file, SqliteOpenMode mode) =>
            new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, file), Mode = mode, Pooling = false, DefaultTimeout = 1 }.ConnectionString;
        return new CanaryDatabase(
            options => options.UseSqlite(To("host.sqlite", SqliteOpenMode.ReadWriteCreate)),
            options => options.UseSqlite(To("nowhere.sqlite", SqliteOpenMode.ReadWrite)),
            () =>
            {
                Directory.Delete(folder, recursive: true);
                return ValueTask.CompletedTask;
            });
    }

    public static async Task<CanaryDatabase> InPostgreSqlAsync(PostgreSqlServer server)
    {
        var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        return new CanaryDatabase(
            options => options.UseNpgsql(database.ConnectionString),
            options => options.UseNpgsql("Host=127.0.0.1;Port=1;Database=nowhere;Timeout=2"),
            database.DisposeAsync);
    }

    public ValueTask DisposeAsync() => drop();
}
