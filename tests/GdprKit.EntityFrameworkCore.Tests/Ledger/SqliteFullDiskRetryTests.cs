namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteFullDiskRetryTests : FullDiskRetryTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();
}
