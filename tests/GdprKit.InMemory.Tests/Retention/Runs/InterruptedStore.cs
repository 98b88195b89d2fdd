using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.InMemory.Retention;

/// <summary>A store to which something happens when rows are about to go.</summary>
internal sealed class InterruptedStore(IPersonalDataStore store, Func<Task> before) : IPersonalDataStore, IPersonalDataDisposer
{
    private IPersonalDataDisposer Disposer => (IPersonalDataDisposer)store;

    public StoreDescription Describe(CancellationToken cancellationToken) => store.Describe(cancellationToken);

    public string? WhyUnanswerable(StoreEntity entity, RowRequest request) => store.WhyUnanswerable(entity, request);

    public ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
        store.CountAsync(entity, where, each, cancellationToken);

    public IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) => store.ReadAsync(entity, request, cancellationToken);

    public IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) => store.ExportAsync(entity, subject, cancellationToken);

    public string? WhyNotDisposable(RowDisposal disposal) => Disposer.WhyNotDisposable(disposal);

    public ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken) =>
        Disposer.FindRangeAsync(entity, last, rows, cancellationToken);

    public ValueTask CompactAsync(CancellationToken cancellationToken) => Disposer.CompactAsync(cancellationToken);

    public async ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken)
    {
        await before();
        return await Disposer.DisposeOfAsync(disposals, record, cancellationToken);
    }
}
