namespace GdprKit.Mapping;

/// <summary>Finds the dates that the maps of an entity name, and what they mean.</summary>
internal sealed class TimeResolution(MappedEntity entity, string store, ICollection<MapFault> faults)
{
    public ValueList<StoreEvent> Events()
    {
        var events = new SortedDictionary<string, StoreEvent>(StringComparer.Ordinal);
        foreach (var map in entity.Maps)
        {
            foreach (var happened in map.Events)
            {
                if (Resolve(map, happened.Time, $"the date of '{happened.Event}'") is { } time && !events.TryAdd(happened.Event.ToString(), new StoreEvent(happened.Event, time)))
                {
                    faults.Add(MapFaults.DeclaredTwice(entity.ToString(), $"the event '{happened.Event}'"));
                }
            }
        }

        return events.Values.ToValueList();
    }

    public StoreTime? Arrived() => entity.Maps.LastOrDefault(map => map.Arrived is not null) is { Arrived: { } arrived } map
        ? Resolve(map, arrived, "the date of arrival")
        : null;

    private StoreTime? Resolve(EntityMap map, TimeMap time, string computed)
    {
        var place = time.Property is { } path ? $"{map}.{path}" : $"{map}: {computed}";
        var property = entity.Description.Properties.FirstOrDefault(stored => stored.Path == time.Property);
        if (property is null && time.Property is not null && !(time.Value is not null && entity.LeadsFurther(time.Property)))
        {
            faults.Add(MapFaults.PropertyNotStored(place, store, NearestProperty.To(time.Property, entity)));
            return null;
        }

        var type = property?.Type ?? time.Value!.ReturnType;
        return new StoreTime(property is null ? time.Value : null, property?.Path, type, MeaningOfTime.Of(type, time.Meaning, place, faults));
    }
}
