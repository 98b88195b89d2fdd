using GdprKit.Retention;

namespace GdprKit;

/// <summary>
/// What a register and the maps together mean for what is stored: which fields become due together, what becomes of each, and in
/// which order rows go. It can be signed as a deletion concept before anything is deleted.
/// </summary>
/// <remarks>Immutable. Asks no store. Safe for use by several threads.</remarks>
public sealed class DisposalPlan
{
    private DisposalPlan(PersonalDataMap map, ValueList<PlannedEntity> entities, ValueList<MapFault> warnings) =>
        (Register, ManualStores, Entities, Warnings) = (map.Register, map.ManualStores, entities, warnings);

    /// <summary>The register that says how long.</summary>
    public ProcessingRegister Register { get; }

    /// <summary>
    /// The entities with personal data that can be changed, each after all that refer to it: the order in which rows go, store by store.
    /// What can only be read, as a view, is not there: its tables are.
    /// </summary>
    public ValueList<PlannedEntity> Entities { get; }

    /// <summary>What is kept outside the application, where somebody removes it by hand; ordered by key.</summary>
    public ValueList<ManualStore> ManualStores { get; }

    /// <summary>What was declared and cannot work as it was meant; ordered by place.</summary>
    public ValueList<MapFault> Warnings { get; }

    /// <summary>Makes the plan of a map.</summary>
    /// <param name="map">The map, resolved against the stores.</param>
    /// <exception cref="InvalidPersonalDataMapException">GDPR4040: entities refer to each other in a circle, so that none can go first.</exception>
    public static DisposalPlan Create(PersonalDataMap map)
    {
        ArgumentNullException.ThrowIfNull(map);
        var faults = new List<MapFault>();
        var schedule = new RetentionSchedule(map.Register);
        var entities = map.Stores.SelectMany(store => EntityPlanning.Of(store, map.Register, schedule, faults)).ToValueList();
        faults.AddRange(entities.GroupBy(entity => entity.Store).SelectMany(store => PlanWarnings.Of([.. store])));
        var ordered = faults.Distinct().OrderBy(fault => fault.Place, StringComparer.Ordinal).ThenBy(fault => fault.Id, StringComparer.Ordinal).ToValueList();
        return ordered.Any(fault => fault.Severity is not FaultSeverity.Warning)
            ? throw new InvalidPersonalDataMapException(ordered)
            : new DisposalPlan(map, entities, ordered);
    }
}
