using GdprKit.EntityFrameworkCore.Retention;
using Npgsql;

namespace GdprKit.EntityFrameworkCore.Requests;

/// <summary>
/// PostgreSQL leaves what went in its files until they are written anew: a plain <c>VACUUM</c> frees the place and leaves bytes of it, <c>VACUUM FULL</c> leaves none. Its own log of changes is not
/// among the files that are read here; it is overwritten in time, as a backup is.
/// </summary>
public sealed class PostgreSqlRemnantTests : RemnantTests
{
    private readonly PostgreSqlClubhouse _database;

    public PostgreSqlRemnantTests(PostgreSqlServer server)
        : this(new PostgreSqlClubhouse(server))
    {
    }

    private PostgreSqlRemnantTests(PostgreSqlClubhouse database)
        : base(database) => _database = database;

    protected override async Task<IReadOnlyList<string>> ReadFilesAsync()
    {
        await using var connection = new NpgsqlConnection(_database.ConnectionString);
        await connection.OpenAsync(Token);
        await ExecuteAsync(connection, "VACUUM FULL");
        await ExecuteAsync(connection, "CHECKPOINT");
        var folder = Path.Combine((string)(await ExecuteAsync(connection, "SHOW data_directory"))!, "base", $"{await ExecuteAsync(connection, "SELECT oid FROM pg_database WHERE datname = current_database()")}");
        return [.. Directory.GetFiles(folder).Select(Read)];
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
