using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Ledger;

namespace GdprKit.Conformance.Ledger;

/// <summary>A fixture of a ledger with one defect.</summary>
internal sealed class DefectiveLedgerFixture(LedgerDefect defect) : LedgerFixture, IOrderedLedgerFixture
{
    private readonly InMemoryDatabase _database = new();

    public override string? WhyNoTransactions => defect.WhyNoTransactions;

    public override ValueTask<LedgerSession> OpenAsync(CancellationToken cancellationToken) => ValueTask.FromResult<LedgerSession>(new Session(_database, defect));

    /// <summary>Interrupted between what the defect makes of a call.</summary>
    public override ValueTask<LedgerSession> OpenInterruptedAsync(int steps, CancellationToken cancellationToken)
    {
        var interruption = new Interruption(steps);
        return ValueTask.FromResult<LedgerSession>(new Session(
            _database,
            defect with
            {
                Store = sound => defect.Store(interruption.Of(sound)),
                Subjects = sound => defect.Subjects(interruption.Of(sound)),
                Log = sound => defect.Log(interruption.Of(sound)),
            }));
    }

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        return base.DisposeAsync();
    }

    private sealed class Session(InMemoryDatabase database, LedgerDefect defect)
        : LedgerSession(defect.Store(new InMemoryLedgerStore(database)), defect.Subjects(new InMemorySubjectDirectory(database)))
    {
        public override ILedgerLog Log { get; } = defect.Log(new InMemoryLedgerLog(database));

        public override async ValueTask InTransactionAsync(Func<ValueTask> work, bool commits, CancellationToken cancellationToken)
        {
            if (defect.IgnoresTransactions)
            {
                await work();
                return;
            }

            using var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled);
            await work();
            if (commits)
            {
                scope.Complete();
            }
        }
    }
}
