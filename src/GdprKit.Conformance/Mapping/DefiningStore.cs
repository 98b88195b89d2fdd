using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>The rows that were put into an adapter's store, asked one by one under the names by which the adapter describes them.</summary>
internal sealed class DefiningStore(StoreDescription description, IEnumerable<object> rows) : RowByRowStore
{
    private readonly ILookup<Type, object> _rows = rows.ToLookup(row => row.GetType());

    public override StoreDescription Describe(CancellationToken cancellationToken) => description;

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => _rows[entity.Type].ToAsyncEnumerable();
}
