using System.Collections.Concurrent;
using GdprKit.Mapping;

namespace GdprKit.Conformance.Mapping;

/// <summary>A store without a defect, over objects in a queue.</summary>
internal sealed partial class ListedStore(StoreDescription description, ConcurrentQueue<object> rows) : RowByRowStore, IIndexAdvisor
{
    public bool IsTakenAway { get; set; }

    public ConcurrentQueue<object> Queue => rows;

    /// <summary>The columns by which rows are found at once, where somebody said so.</summary>
    public ConcurrentQueue<StoredIndex> Indexes { get; } = [];

    public ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, CancellationToken cancellationToken) =>
        FindMissingIndexesAsync(entity, requests, worth: 10_000, cancellationToken);

    public ValueTask<ValueList<MissingIndex>?> FindMissingIndexesAsync(StoreEntity entity, ValueList<RowRequest> requests, int worth, CancellationToken cancellationToken)
    {
        var known = Describe(cancellationToken).Entity(entity.Description.Name);
        return new(
        [
            .. from request in requests
               let column = (request.Where as RowCondition.Between)?.Time.Property?.ToString()
               where column is not null && rows.Count(row => row.GetType() == known.Type) >= worth
               where !Indexes.Any(index => index.Table == known.Name && index.Columns[0] == column)
               select new MissingIndex
               {
                   Store = description.Name, Entity = known.Name, Table = known.Name, Columns = [column], Purpose = IndexPurpose.FindByDate, Statement = $"{known.Name} {column}",
               },
        ]);
    }

    public override StoreDescription Describe(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return description;
    }

    protected override IAsyncEnumerable<object> ReadRowsAsync(EntityDescription entity, CancellationToken cancellationToken) => IsTakenAway
        ? throw new InvalidOperationException("There is nothing any more.")
        : rows.Where(row => row.GetType() == entity.Type).ToAsyncEnumerable();
}
