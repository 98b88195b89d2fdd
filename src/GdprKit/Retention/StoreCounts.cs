using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Counts any number of conditions, as many at once as a store must be able to.</summary>
internal static class StoreCounts
{
    /// <summary>What <see cref="IPersonalDataStore.CountAsync"/> answers, of any number of conditions; each part of them is counted at its own moment.</summary>
    public static async ValueTask<ValueList<long>> CountInPartsAsync(
        this IPersonalDataStore store, StoreEntity entity, RowCondition where, ValueList<RowCondition> each, CancellationToken cancellationToken)
    {
        if (each.Count <= IPersonalDataStore.MostConditions)
        {
            return await store.CountAsync(entity, where, each, cancellationToken).ConfigureAwait(false);
        }

        var counts = new List<long>();
        foreach (var part in each.Chunk(IPersonalDataStore.MostConditions))
        {
            var counted = await store.CountAsync(entity, where, [.. part], cancellationToken).ConfigureAwait(false);
            counts.AddRange(counts.Count == 0 ? counted : counted.Skip(1));
        }

        return counts.ToValueList();
    }
}
