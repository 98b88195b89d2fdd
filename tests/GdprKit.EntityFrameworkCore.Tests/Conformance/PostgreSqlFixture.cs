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

    protected override string IndexedColumns => """
        SELECT t.relname || '/' || x.relname || '/' || a.attname AS "Value" FROM pg_index AS i
        JOIN pg_class AS x ON x.oid = i.indexrelid JOIN pg_class AS t ON t.oid = i.indrelid JOIN pg_namespace AS n ON n.oid = t.relnamespace
        JOIN pg_attribute AS a ON a.attrelid = x.oid WHERE n.nspname = 'public' ORDER BY t.relname, x.relname, a.attnum
        """;

    protected override async ValueTask DropDatabaseAsync() => await _database!.DisposeAsync();
}
