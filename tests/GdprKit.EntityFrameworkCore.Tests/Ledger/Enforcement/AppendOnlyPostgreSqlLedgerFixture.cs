namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

public sealed class AppendOnlyPostgreSqlLedgerFixture(PostgreSqlServer server) : PostgreSqlLedgerFixture(server)
{
    protected override bool IsAppendOnly => true;
}
