using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlLostAnswerTests(PostgreSqlServer server) : LostAnswerTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InPostgreSqlAsync(server);

    private protected override void Use(DbContextOptionsBuilder<LedgerContext> options, bool? isDone) => options.UseNpgsql(
        Host.ConnectionString,
        postgreSql => _ = isDone is { } done ? postgreSql.ExecutionStrategy(dependencies => new LosesFirstAnswer(dependencies, done)) : postgreSql);
}
