using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlOrderDamageTests(PostgreSqlServer server) : OrderDamageTests
{
    private protected override Task<LedgerHost> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
}
