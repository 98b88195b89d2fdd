using System.Transactions;
using GdprKit.InMemory;
using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>A fixture of a store with one defect.</summary>
internal sealed class DefectiveFixture : IndexedStoreFixture, IDisposingStoreFixture
{
    private readonly Func<ListedStore, IPersonalDataStore> _spoil;
    private ListedStore? _sound;

    public DefectiveFixture(Func<ListedStore, IPersonalDataStore> spoil, bool hasInheritance = true)
    {
        _spoil = spoil;
        if (!hasInheritance)
        {
            LeaveOut<Member>("a queue holds objects of one class");
        }
    }

    protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        _sound = new ListedStore(domain, []);
        return ValueTask.FromResult(_spoil(_sound));
    }

    protected override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            _sound!.Queue.Enqueue(row);
        }

        return ValueTask.CompletedTask;
    }

    public override ValueTask ExecuteAsync(string statement, CancellationToken cancellationToken) =>
        CreateIndexAsync(new StoredIndex(statement.Split(' ')[0], [statement.Split(' ')[1]]), cancellationToken);

    public override ValueTask CreateIndexAsync(StoredIndex index, CancellationToken cancellationToken)
    {
        _sound!.Indexes.Enqueue(index);
        return ValueTask.CompletedTask;
    }

    public override ValueTask<IReadOnlyCollection<StoredIndex>> ListIndexesAsync(CancellationToken cancellationToken) => new([.. _sound!.Indexes]);

    protected override ValueTask TakeAwayAsync()
    {
        _sound!.IsTakenAway = true;
        return ValueTask.CompletedTask;
    }

    public ValueTask<LedgerSession> OpenLedgerAsync(CancellationToken cancellationToken) => ValueTask.FromResult<LedgerSession>(new Session(_sound!.Database));

    private sealed class Session(InMemoryDatabase database) : LedgerSession(new InMemoryLedgerStore(database), new InMemorySubjectDirectory(database))
    {
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
