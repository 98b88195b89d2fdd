using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Notices;

public sealed class PostgreSqlObtainedTests(PostgreSqlServer server) : ObtainedTests
{
    private PostgreSqlDatabase? _database;

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(Token) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        return options => options.UseNpgsql(_database.ConnectionString);
    }

    protected override async Task DropDatabaseAsync() => await _database!.DisposeAsync();
}
