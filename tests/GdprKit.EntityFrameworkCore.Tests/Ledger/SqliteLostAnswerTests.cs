using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteLostAnswerTests : LostAnswerTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();

    private protected override void Use(DbContextOptionsBuilder<LedgerContext> options, LostWhen? when) => options.UseSqlite(
        Host.ConnectionString,
        sqlite => _ = when is { } known ? sqlite.ExecutionStrategy(dependencies => new LosesFirstAnswer(dependencies, known)) : sqlite);
}
