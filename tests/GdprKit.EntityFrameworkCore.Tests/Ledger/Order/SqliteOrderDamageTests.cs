namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteOrderDamageTests : OrderDamageTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();
}
