using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlDamageTests(PostgreSqlServer server) : DamageTests
{
    private protected override Task<LedgerHost> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
}
