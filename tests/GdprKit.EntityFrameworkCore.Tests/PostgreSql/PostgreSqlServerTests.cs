using Npgsql;

namespace GdprKit.PostgreSql;

public sealed class PostgreSqlServerTests(PostgreSqlServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [PostgreSqlFact]
    public async Task Two_databases_share_nothing()
    {
        await using var first = await server.CreateDatabaseAsync(Token);
        await using var second = await server.CreateDatabaseAsync(Token);
        await AskAsync(first.ConnectionString, "CREATE TABLE only_here (id int); SELECT 1");

        var asking = () => AskAsync(second.ConnectionString, "SELECT count(*) FROM only_here");

        (await asking.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.UndefinedTable);
    }

    [PostgreSqlFact]
    public async Task A_database_is_dropped_although_somebody_still_uses_it()
    {
        var database = await server.CreateDatabaseAsync(Token);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);

        await database.DisposeAsync();

        var asking = () => AskAsync(database.ConnectionString, "SELECT 1");
        (await asking.Should().ThrowAsync<PostgresException>()).Which.SqlState.Should().Be(PostgresErrorCodes.InvalidCatalogName);
    }

    [PostgreSqlFact]
    public async Task A_server_leaves_nothing_behind()
    {
        string folder, connectionString;
        await using (var another = new PostgreSqlServer())
        {
            connectionString = (await another.CreateDatabaseAsync(Token)).ConnectionString;
            folder = (string)(await AskAsync(connectionString, "SHOW data_directory"))!;
            Directory.Exists(Path.GetDirectoryName(folder)).Should().BeTrue();
        }

        Directory.Exists(Path.GetDirectoryName(folder)).Should().BeFalse();
        var asking = () => AskAsync(connectionString, "SELECT 1");
        await asking.Should().ThrowAsync<NpgsqlException>();
    }

    private static async Task<object?> AskAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(Token);
        await using var command = new NpgsqlCommand(statement, connection);
        return await command.ExecuteScalarAsync(Token);
    }
}
