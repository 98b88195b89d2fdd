using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlLostAnswerTests(PostgreSqlServer server) : LostAnswerTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InPostgreSqlAsync(server);

    private protected override void Use(DbContextOptionsBuilder<LedgerContext> options, LostWhen? when) => options.UseNpgsql(
        Host.ConnectionString,
        postgreSql => _ = when is { } known ? postgreSql.ExecutionStrategy(dependencies => new LosesFirstAnswer(dependencies, known)) : postgreSql);
}
