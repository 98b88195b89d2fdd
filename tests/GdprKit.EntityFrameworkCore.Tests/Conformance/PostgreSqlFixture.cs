using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;
using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Conformance;

public class PostgreSqlFixture(PostgreSqlServer server) : EntityFrameworkCoreFixture<PostgreSqlConformanceContext>
{
    private PostgreSqlDatabase? _database;

    protected override async ValueTask<Action<DbContextOptionsBuilder>> CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        if (!PostgreSqlInstallation.IsInstalled)
        {
            throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
        }

        _database = await server.CreateDatabaseAsync(cancellationToken);
        return options => options.UseNpgsql(_database.ConnectionString, Configure);
    }

    /// <summary>What the host wishes of its database beyond where it is.</summary>
    protected virtual void Configure(NpgsqlDbContextOptionsBuilder options)
    {
    }

    protected override async ValueTask DropDatabaseAsync() => await _database!.DisposeAsync();
}
