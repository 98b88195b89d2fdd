using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.Crash;

/// <summary>The database of hosts that are killed, seen by who is not.</summary>
internal sealed class CrashDatabase
{
    private CrashDatabase(string kind, string forHosts, string forTests, DbContextOptions<CrashContext> options) =>
        (Kind, ConnectionString, ConnectionStringOfTests, Options) = (kind, forHosts, forTests, options);

    /// <summary><c>sqlite</c> or <c>postgresql</c>.</summary>
    public string Kind { get; }

    /// <summary>By which the hosts reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>By which a test reaches it: who waits until the hosts have left must not wait for himself.</summary>
    public string ConnectionStringOfTests { get; }

    /// <summary>By which a test looks at it.</summary>
    public DbContextOptions<CrashContext> Options { get; }

    public static async Task<CrashDatabase> InSqliteAsync(string folder, string journal, CancellationToken cancellationToken)
    {
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "host.sqlite"), Pooling = false }.ConnectionString;
        var database = await CreateAsync("sqlite", file, file, cancellationToken);
        await database.AskAsync($"PRAGMA journal_mode = {journal}", cancellationToken);
        return database;
    }

    // The server of the tests acknowledges before it has written; here it must not.
    public static Task<CrashDatabase> InPostgreSqlAsync(string connectionString, CancellationToken cancellationToken) => CreateAsync(
        "postgresql",
        new NpgsqlConnectionStringBuilder(connectionString) { Options = "-c synchronous_commit=on", ApplicationName = "crash" }.ConnectionString,
        new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "look", Pooling = false }.ConnectionString,
        cancellationToken);

    public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        await using var context = new CrashContext(Options);
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(async () =>
        {
            await context.Database.OpenConnectionAsync(cancellationToken);
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = question;
            var answer = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
            await context.Database.CloseConnectionAsync();
            return answer;
        });
    }

    /// <summary>Waits until nobody of the killed is at it: the server of a client that was killed may still be about to commit. What is in a file is whole.</summary>
    public async Task SettleAsync(CancellationToken cancellationToken)
    {
        if (Kind == "sqlite")
        {
            (await AskAsync("PRAGMA integrity_check", cancellationToken)).Should().Be("ok");
            return;
        }

        while (await AskAsync("SELECT count(*)::text FROM pg_stat_activity WHERE application_name = 'crash' AND datname = current_database()", cancellationToken) != "0")
        {
        }
    }

    private static async Task<CrashDatabase> CreateAsync(string kind, string forHosts, string forTests, CancellationToken cancellationToken)
    {
        var builder = new DbContextOptionsBuilder<CrashContext>();
        CrashContext.Use(builder, kind, forTests);
        await using var context = new CrashContext(builder.Options);
        await context.Database.EnsureCreatedAsync(cancellationToken);
        return new CrashDatabase(kind, forHosts, forTests, builder.Options);
    }
}
