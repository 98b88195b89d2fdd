using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Plans the entities of one store.</summary>
internal static class EntityPlanning
{
    public static IEnumerable<PlannedEntity> Of(StoreMap store, ProcessingRegister register, RetentionSchedule schedule, ICollection<MapFault> faults)
    {
        var families = new EntityFamilies(store.Description);
        var grouping = new FieldGrouping(register, schedule, new ReadByMaps(store, register));
        var dependents = new DependentPlanning(store, families);
        var planned = store.Entities
            .Where(entity => !entity.Description.IsReadOnly && !entity.Owners.IsEmpty)
            .Select(entity => new PlannedEntity
            {
                Store = store.Description.Name,
                Entity = entity,
                Groups = grouping.Of(entity),
                Dependents = dependents.Of(entity),
                Root = families.RootOf(entity.Description.Name),
                Derived = families.MembersOf(entity.Description.Name).Where(member => member != entity.Description.Name).ToValueList(),
            })
            .ToList();
        return DisposalOrder.Of(planned, faults);
    }
}
