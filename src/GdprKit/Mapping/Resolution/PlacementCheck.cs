namespace GdprKit.Mapping;

/// <summary>Every map is about something that exactly one store keeps.</summary>
internal static class PlacementCheck
{
    public static IEnumerable<MapFault> Find(IEnumerable<EntityMap> maps, IReadOnlyList<MappedStore> stores)
    {
        var kept = new HashSet<EntityMap>(stores.SelectMany(store => store.WithRows).SelectMany(entity => entity.Maps), ReferenceEqualityComparer.Instance);
        var stored = stores.Select(store => new { store.Description.Name, Maps = OfItsOwn(store) }).ToList();
        foreach (var map in maps)
        {
            var storing = stored.Where(store => store.Maps.Contains(map)).Select(store => store.Name).ToList();
            if (!kept.Contains(map))
            {
                yield return MapFaults.EntityNotStored(map.ToString(), string.Join(", ", stores.Select(store => store.Description.Name)));
            }
            else if (storing.Count > 1)
            {
                yield return MapFaults.EntityStoredTwice(map.ToString(), storing[0], storing[1]);
            }
        }
    }

    /// <summary>The maps of the very classes that a store keeps, not of what they are derived from.</summary>
    private static HashSet<EntityMap> OfItsOwn(MappedStore store) =>
        new(store.WithRows.SelectMany(entity => entity.Maps.Where(map => map.Entity == entity.Description.Type)), ReferenceEqualityComparer.Instance);
}
