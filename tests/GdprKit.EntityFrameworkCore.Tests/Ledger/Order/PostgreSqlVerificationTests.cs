using Xunit.Sdk;

namespace GdprKit.EntityFrameworkCore.Ledger;

public sealed class PostgreSqlVerificationTests(PostgreSqlServer server) : VerificationTests
{
    private protected override Task<LedgerHost> CreateAsync() =>
        PostgreSqlInstallation.IsInstalled ? LedgerHost.InPostgreSqlAsync(server) : throw SkipException.ForSkip(PostgreSqlInstallation.Missing);
}
