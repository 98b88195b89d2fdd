using System.Collections.Concurrent;
using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>A store without a defect, over objects in a queue.</summary>
internal sealed class ListedStore(StoreDescription description, ConcurrentQueue<object> rows) : RowByRowStore
{
    public bool IsTakenAway { get; set; }

    public ConcurrentQueue<object> Queue => rows;

    public override StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return description;
    }

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => IsTakenAway
        ? throw new InvalidOperationException("There is nothing any more.")
        : rows.Where(row => row.GetType() == entity.Type).ToAsyncEnumerable();
}
