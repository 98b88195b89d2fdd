namespace GdprKit.Retention;

/// <summary>Plans the disposal of a store that a test describes.</summary>
public abstract class PlanTest
{
    internal static IPersonalDataMap Map<T>(Action<PersonalDataMapBuilder<T>> configure)
        where T : class => new InlineMap<T>(configure);

    internal static DisposalPlan Plan(ProcessingRegister register, StoreSketch store, params IEnumerable<IPersonalDataMap> maps) =>
        DisposalPlan.Create(PersonalDataMap.Create(register, maps, [store.Description]));

    internal static PlannedEntity Planned<T>(DisposalPlan plan) => plan.Entities.Single(entity => entity.Entity.Description.Type == typeof(T));

    internal static FieldGroup GroupOf(PlannedEntity entity, string field) => entity.Groups.Single(group => FieldsOf(group).Contains(field));

    internal static IEnumerable<string> FieldsOf(FieldGroup group) => group.Fields.Select(planned => planned.ToString());
}
