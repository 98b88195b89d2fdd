using GdprKit.Conformance;
using GdprKit.EntityFrameworkCore.Ledger.Enforcement;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>A ledger in the database of a host; every session has a context of its own, as every request has.</summary>
public abstract class ContextLedgerFixture : LedgerFixture, IOrderedLedgerFixture
{
    private DbContextOptions<LedgerContext>? _options;

    public override ValueTask<LedgerSession> OpenAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<LedgerSession>(new Session(new LedgerContext(_options ?? throw WhyNot())));

    /// <summary>Whether the database itself keeps the ledger as it was written.</summary>
    protected virtual bool IsAppendOnly => false;

    /// <summary>A session over a database that is reached in another way.</summary>
    public static LedgerSession Over(DbContext context, IAsyncDisposable? way = null) => new Session(context, way);

    protected async ValueTask CreateAsync(Action<DbContextOptionsBuilder> use)
    {
        var builder = new DbContextOptionsBuilder<LedgerContext>();
        use(builder);
        _options = builder.Options;
        await using var context = new LedgerContext(_options);
        await context.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);
        if (IsAppendOnly)
        {
            await context.Database.EnforceAppendOnlyAsync(TestContext.Current.CancellationToken);
        }
    }

    protected virtual Exception WhyNot() => new InvalidOperationException("The database is made first.");

    private sealed class Session(DbContext context, IAsyncDisposable? way = null) : LedgerSession(new EntityFrameworkCoreLedgerStore(context), new EntityFrameworkCoreSubjectDirectory(context))
    {
        public override ILedgerLog Log { get; } = new EntityFrameworkCoreLedgerLog(context);

        public override async ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            await work();
            await (commits ? transaction.CommitAsync(cancellationToken) : transaction.RollbackAsync(cancellationToken));
        }

        public override async ValueTask DisposeAsync()
        {
            await context.DisposeAsync();
            if (way is not null)
            {
                await way.DisposeAsync();
            }

            await base.DisposeAsync();
        }
    }
}
