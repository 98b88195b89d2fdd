using Microsoft.EntityFrameworkCore;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Conformance;

public sealed class PostgreSqlFixture(PostgreSqlServer server) : EntityFrameworkCoreFixture<PostgreSqlConformanceContext>
{
    private PostgreSqlDatabase? _database;

    protected override async ValueTask<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!PostgreSqlInstallation.IsInstalled)
        {
            throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        }

        _database = await server.CreateDatabaseAsync(cancellationToken);
        return options => options.UseNpgsql(_database.ConnectionString);
    }

    protected override async ValueTask DropDatabaseAsync() => await _database!.DisposeAsync();
}
