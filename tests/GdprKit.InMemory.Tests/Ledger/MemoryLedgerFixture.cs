using System.Transactions;
using GdprKit.Conformance;
using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

public sealed class MemoryLedgerFixture : LedgerFixture, IOrderedLedgerFixture
{
    private readonly InMemoryDatabase _database = new();

    public override ValueTask<LedgerSession> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult(Over(_database));

    public static LedgerSession Over(InMemoryDatabase database) => new Session(database);

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }

    private sealed class Session(InMemoryDatabase database) : LedgerSession(new InMemoryLedgerStore(database), new InMemorySubjectDirectory(database))
    {
        public override ILedgerLog Log { get; } = new InMemoryLedgerLog(database);

        public override async ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken)
        {
            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            await work();
            if (commits)
            {
                scope.Complete();
            }
        }
    }
}
