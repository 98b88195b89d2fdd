using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GdprKit.EntityFrameworkCore;

/// <summary>In what databases differ, as far as it shows in the conditions that GdprKit asks.</summary>
/// <param name="Provider">The name of the provider.</param>
/// <param name="HasDatabaseNulls">Whether the host lets <c>==</c> mean what the database means by it, where nothing equals an empty column.</param>
internal sealed record Dialect(string? Provider, bool HasDatabaseNulls)
{
    public const string Sqlite = "Microsoft.EntityFrameworkCore.Sqlite";

    public const string PostgreSql = "Npgsql.EntityFrameworkCore.PostgreSQL";

    public const string SqlServer = "Microsoft.EntityFrameworkCore.SqlServer";

    public bool IsSqlite => Provider == Sqlite;

    public bool IsPostgreSql => Provider == PostgreSql;

    public bool IsSqlServer => Provider == SqlServer;

    public static Dialect Of(DbContext context) => new(
        context.Database.ProviderName,
        context.GetService<IDbContextOptions>().Extensions.OfType<RelationalOptionsExtension>().Any(extension => extension.UseRelationalNulls));
}
