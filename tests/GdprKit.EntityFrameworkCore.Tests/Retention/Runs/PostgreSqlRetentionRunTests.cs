using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Retention;

public sealed class PostgreSqlRetentionRunTests(PostgreSqlServer server) : RetentionRunTests
{
    private PostgreSqlDatabase? _database;

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(Token) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        return options => options.UseNpgsql(_database.ConnectionString);
    }

    protected override async Task DropDatabaseAsync() => await _database!.DisposeAsync();
}
