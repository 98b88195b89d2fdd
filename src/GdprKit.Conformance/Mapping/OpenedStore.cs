using GdprKit.Mapping;

namespace GdprKit.Conformance;

/// <summary>An adapter's store with the maps of the domain resolved against its own description.</summary>
internal sealed record OpenedStore(IPersonalDataStore Store, StoreMap Map)
{
    public static OpenedStore Resolve(IPersonalDataStore store, Func<Type, bool> isKept, CancellationToken cancellationToken)
    {
        var description = store.Describe(cancellationToken);
        var missing = ConformanceDomain.Description.Entities
            .Where(entity => isKept(entity.Type) && !description.Entities.Any(described => described.Type == entity.Type))
            .Select(entity => entity.Name)
            .ToArray();
        Promise.Holds(
            missing.Length == 0,
            "A description tells everything that is kept.",
            "Describe()",
            "an entity of every class of the domain that was not left out",
            $"none of {string.Join(", ", missing)}",
            nameof(IPersonalDataStore.Describe));
        return new OpenedStore(store, PersonalDataMap.Create(DomainRegister.Create(), DomainMaps.Of(isKept), [description]).Stores[0]);
    }

    public StoreEntity Entity(Type type) => Map.Entities.Single(entity => entity.Description.Type == type);
}
