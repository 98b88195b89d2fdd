namespace GdprKit.Mapping;

/// <summary>Every map is about something that exactly one store keeps.</summary>
internal static class PlacementCheck
{
    public static IEnumerable<MapFault> Find(IEnumerable<EntityMap> maps, IReadOnlyList<MappedStore> stores)
    {
        foreach (var map in maps)
        {
            var keeping = stores.Where(store => store.WithRows.Any(entity => entity.Maps.Contains(map))).Select(store => store.Description.Name).ToList();
            var storing = stores.Where(store => store.WithRows.Any(entity => entity.Description.Type == map.Entity)).Select(store => store.Description.Name).ToList();
            if (keeping.Count == 0)
            {
                yield return MapFaults.EntityNotStored(map.ToString(), string.Join(", ", stores.Select(store => store.Description.Name)));
            }
            else if (storing.Count > 1)
            {
                yield return MapFaults.EntityStoredTwice(map.ToString(), storing[0], storing[1]);
            }
        }
    }
}
