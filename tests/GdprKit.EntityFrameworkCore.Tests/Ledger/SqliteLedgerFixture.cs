using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

public class SqliteLedgerFixture : ContextLedgerFixture
{
    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-ledger-").FullName;

    public override async ValueTask InitializeAsync()
    {
        // With a log of their own, readers and a writer do not wait for each other. Without a pool nothing stays open when it is deleted.
        var file = new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "ledger.sqlite"), Pooling = false };
        await CreateAsync(options => options.UseSqlite(file.ConnectionString));
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }
}
