using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;

namespace GdprKit.Conformance.Mapping;

/// <summary>Passes every question on to a store without a defect. What derives from it gets one thing wrong.</summary>
internal class DefectiveStore(ListedStore sound) : IPersonalDataStore, IPersonalDataDisposer
{
    protected ListedStore Sound => sound;

    public virtual StoreDescription Describe(CancellationToken cancellationToken) => sound.Describe(cancellationToken);

    public virtual string? WhyUnanswerable(StoreEntity entity, RowRequest request) => sound.WhyUnanswerable(entity, request);

    public virtual ValueTask<ValueList<long>> CountAsync(StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken) =>
        sound.CountAsync(entity, Change(where, entity), each.Select(condition => Change(condition, entity)).ToValueList(), cancellationToken);

    public virtual IAsyncEnumerable<RowFacts> ReadAsync(StoreEntity entity, RowRequest request, CancellationToken cancellationToken) => sound.ReadAsync(
        entity,
        request with { Where = Change(request.Where, entity), Conditions = request.Conditions.Select(condition => Change(condition, entity)).ToValueList() },
        cancellationToken);

    public virtual IAsyncEnumerable<StoredRecord> ExportAsync(StoreEntity entity, SubjectId subject, CancellationToken cancellationToken) =>
        sound.ExportAsync(entity, subject, cancellationToken);

    public virtual string? WhyNotDisposable(RowDisposal disposal) => sound.WhyNotDisposable(disposal);

    public virtual ValueTask<RowCondition.InRange?> FindRangeAsync(StoreEntity entity, RowCondition.InRange? last, int rows, CancellationToken cancellationToken) =>
        sound.FindRangeAsync(entity, last, rows, cancellationToken);

    public virtual ValueTask<ValueList<long>> DisposeOfAsync(
        ValueList<RowDisposal> disposals, Func<ValueList<long>, ILedgerStore, CancellationToken, ValueTask>? record, CancellationToken cancellationToken) =>
        sound.DisposeOfAsync(disposals, record, cancellationToken);

    public virtual ValueTask CompactAsync(CancellationToken cancellationToken) => sound.CompactAsync(cancellationToken);

    /// <summary>What the store makes of one condition; those it consists of are changed first.</summary>
    protected virtual RowCondition ChangeOne(RowCondition condition, StoreEntity entity) => condition;

    private RowCondition Change(RowCondition condition, StoreEntity entity) => ChangeOne(
        condition switch
        {
            RowCondition.Opposite opposite => new RowCondition.Opposite(Change(opposite.Condition, entity)),
            RowCondition.AllOf all => new RowCondition.AllOf(all.Conditions.Select(each => Change(each, entity)).ToValueList()),
            RowCondition.AnyOf any => new RowCondition.AnyOf(any.Conditions.Select(each => Change(each, entity)).ToValueList()),
            RowCondition.HasRelated related => related with { That = Change(related.That, entity) },
            _ => condition,
        },
        entity);
}
