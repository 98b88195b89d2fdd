using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Objects as rows of a described store; every question walks them.</summary>
internal sealed class SketchStore(StoreDescription description, Func<IEnumerable<object>> rows) : RowByRowStore
{
    public override StoreDescription Describe(CancellationToken cancellationToken) => description;

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) =>
        rows().Where(row => row.GetType() == entity.Type).ToAsyncEnumerable();
}
