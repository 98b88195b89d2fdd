using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>On the server of PostgreSQL of the tests; where it is not installed, the test is skipped.</summary>
/// <param name="server">The server.</param>
/// <param name="settings">Settings of the connections by which a run reaches it.</param>
internal sealed class PostgreSqlClubhouse(PostgreSqlServer server, string settings = "") : ClubhouseDatabase
{
    private PostgreSqlDatabase? _database;

    /// <summary>By which a test reaches it.</summary>
    public string ConnectionString => _database!.ConnectionString;

    public override async Task<Action<DbContextOptionsBuilder>> CreateAsync(CancellationToken cancellationToken)
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(cancellationToken) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        var reached = new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Options = settings, ApplicationName = "run" }.ConnectionString;
        return options => options.UseNpgsql(reached);
    }

    public override async Task DropAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
