using System.Collections.Concurrent;
using GdprKit.Conformance;
using GdprKit.Mapping;

namespace Example;

// The adapter: here the smallest one there is, over objects in a queue.
public sealed class QueueStore(StoreDescription description, ConcurrentQueue<object> queue) : RowByRowStore
{
    public bool IsClosed { get; set; }

    public override StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return description;
    }

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => IsClosed
        ? throw new InvalidOperationException("The queue is closed.")
        : queue.Where(row => row.GetType() == entity.Type).ToAsyncEnumerable();
}

// Three members: make an empty store, put objects into it, take the data away.
public sealed class QueueFixture : PersonalDataStoreFixture
{
    private readonly ConcurrentQueue<object> _queue = [];
    private QueueStore? _store;

    protected override ValueTask<IPersonalDataStore> CreateAsync(StoreDescription domain, CancellationToken cancellationToken)
    {
        _store = new QueueStore(domain, _queue);
        return ValueTask.FromResult<IPersonalDataStore>(_store);
    }

    protected override ValueTask AddAsync(IReadOnlyCollection<object> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            _queue.Enqueue(row);
        }

        return ValueTask.CompletedTask;
    }

    protected override ValueTask TakeAwayAsync()
    {
        _store!.IsClosed = true;
        return ValueTask.CompletedTask;
    }
}

// Some suites measure the memory of the process, so nothing else may run beside them.
[CollectionDefinition(OneAtATime.Name, DisableParallelization = true)]
public sealed class MeasuredAlone;

// One line for each suite. The first one fails when another is missing, and says which line to add.
public sealed class EverySuiteTests : EveryPersonalDataStoreSuite<QueueFixture>;

public sealed class StoreConcurrencyTests(QueueFixture fixture) : StoreConcurrencySuite<QueueFixture>(fixture);

public sealed class StoreConditionsTests(QueueFixture fixture) : StoreConditionsSuite<QueueFixture>(fixture);

public sealed class StoreCountingTests(QueueFixture fixture) : StoreCountingSuite<QueueFixture>(fixture);

public sealed class StoreDatesTests(QueueFixture fixture) : StoreDatesSuite<QueueFixture>(fixture);

public sealed class StoreDescribingTests(QueueFixture fixture) : StoreDescribingSuite<QueueFixture>(fixture);

public sealed class StoreExportTests(QueueFixture fixture) : StoreExportSuite<QueueFixture>(fixture);

public sealed class StoreRandomConditionsTests(QueueFixture fixture) : StoreRandomConditionsSuite<QueueFixture>(fixture);

public sealed class StoreReadingTests(QueueFixture fixture) : StoreReadingSuite<QueueFixture>(fixture);

public sealed class StoreStreamingTests(QueueFixture fixture) : StoreStreamingSuite<QueueFixture>(fixture);

public sealed class StoreWithoutDataTests(QueueFixture fixture) : StoreWithoutDataSuite<QueueFixture>(fixture);
