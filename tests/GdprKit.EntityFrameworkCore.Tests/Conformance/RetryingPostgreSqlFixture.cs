using Microsoft.EntityFrameworkCore;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace GdprKit.EntityFrameworkCore.Conformance;

/// <summary>A host that tries again what failed, and reads its collections apart.</summary>
public sealed class RetryingPostgreSqlFixture(PostgreSqlServer server) : PostgreSqlFixture(server)
{
    protected override void Configure(NpgsqlDbContextOptionsBuilder options) => options.EnableRetryOnFailure().UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery);
}
