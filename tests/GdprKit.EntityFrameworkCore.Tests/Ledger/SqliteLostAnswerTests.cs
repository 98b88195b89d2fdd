using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteLostAnswerTests : LostAnswerTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();

    private protected override void Use(DbContextOptionsBuilder<LedgerContext> options, bool? isDone) => options.UseSqlite(
        Host.ConnectionString,
        sqlite => _ = isDone is { } done ? sqlite.ExecutionStrategy(dependencies => new LosesFirstAnswer(dependencies, done)) : sqlite);
}
