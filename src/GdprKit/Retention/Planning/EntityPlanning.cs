using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Plans the entities of one store.</summary>
internal static class EntityPlanning
{
    public static IEnumerable<PlannedEntity> Of(StoreMap store, ProcessingRegister register, RetentionSchedule schedule, ICollection<MapFault> faults)
    {
        var grouping = new FieldGrouping(register, schedule);
        var dependents = new DependentPlanning(store);
        var planned = store.Entities
            .Where(entity => !entity.Description.IsReadOnly && !entity.Owners.IsEmpty)
            .Select(entity => new PlannedEntity
            {
                Store = store.Description.Name,
                Entity = entity,
                Groups = grouping.Of(entity),
                Dependents = dependents.Of(entity),
            })
            .ToList();
        return DisposalOrder.Of(planned, faults);
    }
}
