namespace GdprKit.Mapping;

/// <summary>Which store holds the rows of which mapped entity.</summary>
internal static class MappedEntities
{
    /// <summary>Every mapped entity with its store, in the order of the stores.</summary>
    /// <param name="map">The maps.</param>
    /// <param name="stores">The stores.</param>
    public static IEnumerable<(IPersonalDataStore Store, StoreEntity Entity)> Of(PersonalDataMap map, IEnumerable<IPersonalDataStore> stores) =>
        from store in stores
        let name = store.Describe(CancellationToken.None).Name
        from each in map.Stores
        where each.Description.Name == name
        from entity in each.Entities
        select (store, entity);
}
