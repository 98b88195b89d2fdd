namespace GdprKit.EntityFrameworkCore.Ledger.Enforcement;

public sealed class AppendOnlySqliteLedgerFixture : SqliteLedgerFixture
{
    protected override bool IsAppendOnly => true;
}
