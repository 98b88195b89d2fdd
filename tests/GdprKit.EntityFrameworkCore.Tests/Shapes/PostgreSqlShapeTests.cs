using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Shapes;

public sealed class PostgreSqlShapeTests(PostgreSqlServer server) : ShapeTests
{
    private PostgreSqlDatabase? _database;

    protected override async Task<Action<DbContextOptionsBuilder>> CreateDatabaseAsync()
    {
        _database = PostgreSqlInstallation.IsInstalled ? await server.CreateDatabaseAsync(Token) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        return options => options.UseNpgsql(_database.ConnectionString);
    }

    protected override async Task DropDatabaseAsync() => await _database!.DisposeAsync();
}
