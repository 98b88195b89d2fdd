using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace GdprKit.Benchmarks.Databases;

internal sealed class PostgreSqlBenchmarkDatabase : BenchmarkDatabase
{
    private readonly PostgreSqlServer _server;
    private readonly PostgreSqlDatabase _database;

    private PostgreSqlBenchmarkDatabase(PostgreSqlServer server, PostgreSqlDatabase database) => (_server, _database) = (server, database);

    public override string Name => "PostgreSQL";

    public override string Numbers => "generate_series(1::bigint, {0}) AS n";

    public override string? BeforeEach => "CHECKPOINT";

    public override string AfterFilling => "VACUUM ANALYZE";

    public static async Task<BenchmarkDatabase> StartAsync(CancellationToken cancellationToken)
    {
        var server = new PostgreSqlServer();
        var database = new PostgreSqlBenchmarkDatabase(server, await server.CreateDatabaseAsync(cancellationToken));

        // The server of the tests writes to disk when it likes, and compiles nothing; what is measured is a server as hosts have it.
        foreach (var setting in (string[])["fsync = on", "full_page_writes = on", "synchronous_commit = on", "jit = on"])
        {
            await database.ExecuteAsync($"ALTER SYSTEM SET {setting}", cancellationToken);
        }

        await database.ExecuteAsync("SELECT pg_reload_conf()", cancellationToken);
        return database;
    }

    public override void Use(DbContextOptionsBuilder options) => options.UseNpgsql(_database.ConnectionString, npgsql => npgsql.CommandTimeout(0)).AddInterceptors(Sent);

    /// <summary>
    /// Connects by another pool than the contexts of GdprKit: Npgsql refuses, without a word, to prepare a text on a connection on which the
    /// same text was prepared with other types of values, and the other side would be measured unprepared.
    /// </summary>
    public override DbConnection Connect() => new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { ApplicationName = "by hand" }.ConnectionString);

    public override string Moment(string expression) => $"timestamp '{expression} 00:00:00'";

    public override string DayAfter(string days) => $"timestamp '2010-01-01' + ({days}) * interval '1 day'";

    public override string YearOfDayAfter(string moment, int years) => $"extract(year FROM {moment} + interval '{years} years 1 day')::bigint";

    public override string YearOf(string moment) => $"extract(year FROM {moment})::bigint";

    public override string Larger(string one, string other) => $"greatest({one}, {other})";

    public override string Explain(string statement) => $"EXPLAIN (ANALYZE, BUFFERS) {statement}";

    public override Task KeepCopyAsync(CancellationToken cancellationToken) => CopyAsync(Own.Database!, $"{Own.Database}_kept", cancellationToken);

    public override Task PutCopyBackAsync(CancellationToken cancellationToken) => CopyAsync($"{Own.Database}_kept", Own.Database!, cancellationToken);

    private NpgsqlConnectionStringBuilder Own => new(_database.ConnectionString);

    private async Task CopyAsync(string from, string to, CancellationToken cancellationToken)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Database = "postgres", Pooling = false, CommandTimeout = 0 }.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        foreach (var statement in (string[])[$"DROP DATABASE IF EXISTS {to} WITH (FORCE)", $"CREATE DATABASE {to} TEMPLATE {from} STRATEGY FILE_COPY"])
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _server.DisposeAsync();
    }
}
