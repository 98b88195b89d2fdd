using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Objects as rows of a described store that has something to say about its indexes.</summary>
internal sealed class AdvisingStore(StoreDescription description, Func<StoreEntity, ValueList<RowRequest>, ValueList<MissingIndex>?> advise) : RowByRowStore, IIndexAdvisor
{
    public override StoreDescription Describe(CancellationToken cancellationToken) => description;

    public ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(advise(entity, requests));
    }

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => AsyncEnumerable.Empty<object>();
}
