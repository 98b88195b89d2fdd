using Npgsql;

namespace GdprKit.PostgreSql;

/// <summary>A database of one test or one class of tests; dropped with it.</summary>
public sealed class PostgreSqlDatabase : IAsyncDisposable
{
    private const int Attempts = 10;

    private readonly string _administration;
    private readonly string _name;

    private PostgreSqlDatabase(string administration, string name)
    {
        (_administration, _name) = (administration, name);
        ConnectionString = new NpgsqlConnectionStringBuilder(administration) { Database = name, Pooling = true }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>How its programs are told which database it is.</summary>
    public string[] Address
    {
        get
        {
            var built = new NpgsqlConnectionStringBuilder(ConnectionString);
            return [$"--host={built.Host}", $"--port={built.Port}", $"--username={built.Username}", $"--dbname={_name}", "--no-password"];
        }
    }

    /// <summary>Makes a backup with <c>pg_dump</c>, as a file of its own format.</summary>
    public Task DumpAsync(string path, CancellationToken cancellationToken) => PostgreSqlInstallation.RunAsync("pg_dump", ["--format=custom", $"--file={path}", .. Address], cancellationToken);

    /// <summary>Puts such a backup in the place of what is there, with <c>pg_restore</c>.</summary>
    public async Task RestoreAsync(string path, CancellationToken cancellationToken)
    {
        NpgsqlConnection.ClearAllPools();
        await PostgreSqlInstallation.RunAsync("pg_restore", ["--clean", "--if-exists", "--single-transaction", "--no-owner", .. Address, path], cancellationToken);
    }

    public static async ValueTask<PostgreSqlDatabase> CreateAsync(string administration, string name, CancellationToken cancellationToken)
    {
        await ExecuteAsync(administration, $"CREATE DATABASE {name}", cancellationToken);
        return new PostgreSqlDatabase(administration, name);
    }

    /// <summary>Drops it, also under who still uses it. Again it does nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        await using (var connection = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ExecuteAsync(_administration, $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)", CancellationToken.None);
                return;
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.ObjectInUse && attempt < Attempts)
            {
                // On a busy machine whoever was told to leave takes longer than the server waits.
            }
        }
    }

    private static async Task ExecuteAsync(string connectionString, string statement, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
