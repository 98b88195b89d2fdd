using GdprKit.Conformance;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;

namespace GdprKit.EntityFrameworkCore.Ledger;

public class SqliteLedgerFixture : ContextLedgerFixture
{
    // A prime, so that what is interrupted is another instruction of every loop.
    private const int InstructionsOfAStep = 53;

    private readonly string _folder = Directory.CreateTempSubdirectory("gdprkit-ledger-").FullName;

    // Without a pool nothing stays open when it is deleted.
    private string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "ledger.sqlite"), Pooling = false }.ConnectionString;

    public override async ValueTask InitializeAsync()
    {
        // With a log of their own, readers and a writer do not wait for each other.
        await CreateAsync(options => options.UseSqlite(ConnectionString));
    }

    /// <summary>Interrupted by the database itself, between two instructions of its statements; none is run to its end afterwards.</summary>
    public override async ValueTask<LedgerSession> OpenInterruptedAsync(int steps, CancellationToken cancellationToken)
    {
        var context = new LedgerContext(new DbContextOptionsBuilder<LedgerContext>().UseSqlite(ConnectionString).Options);
        await context.Database.OpenConnectionAsync(cancellationToken);
        var left = steps;
        raw.sqlite3_progress_handler(((SqliteConnection)context.Database.GetDbConnection()).Handle, InstructionsOfAStep, _ => left-- > 0 ? 0 : 1, null);
        return Over(context);
    }

    public override ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }
}
