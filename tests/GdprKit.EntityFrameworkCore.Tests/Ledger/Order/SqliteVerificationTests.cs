namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class SqliteVerificationTests : VerificationTests
{
    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();
}
