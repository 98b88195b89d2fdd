using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What the rules say about the rows of a plan on a day, as conditions that a store answers.</summary>
/// <param name="plan">The plan.</param>
/// <param name="today">The day.</param>
/// <param name="reach">Of whom the stores can be asked what the ledger says.</param>
/// <param name="erasure">Whose data are to be erased on request; <see langword="null"/> for what goes by its periods, of everybody.</param>
internal sealed class RowRetention(DisposalPlan plan, LocalDate today, LedgerReach reach, ErasureScope? erasure = null)
{
    private readonly ILookup<(string Store, string Name), PlannedEntity> _byName = plan.Entities.ToLookup(entity => (entity.Store, entity.Name));

    /// <summary>The plan.</summary>
    public DisposalPlan Plan => plan;

    /// <summary>The day.</summary>
    public LocalDate Day => today;

    /// <summary>What the rules say about the fields of a group.</summary>
    public GroupRetention Of(PlannedEntity entity, FieldGroup group) => new(plan.Register, entity, group, reach, erasure);

    /// <summary>The rows whose fields of a group nothing needs any more.</summary>
    public RowCondition Due(PlannedEntity entity, FieldGroup group) => Of(entity, group).Due(today);

    /// <summary>The rows that go whole: none of their fields is needed, and nothing that stays refers to them.</summary>
    public RowCondition RowGoes(PlannedEntity entity) => RowCondition.All(
        [LetsRowGo(entity), RowCondition.Not(RowCondition.Any(HeldBy(entity))), entity.Groups.IsEmpty ? OwnerGoes(entity) : RowCondition.Always]);

    /// <summary>The rows that nothing keeps any more for the sake of what they hold; all of an entity that holds nothing of its own.</summary>
    public RowCondition LetsRowGo(PlannedEntity entity)
    {
        var groups = entity.Groups.Select(group => Of(entity, group)).ToList();
        return groups.Count <= 1
            ? RowCondition.All(groups.Select(group => group.RowGoes(today)))
            : RowCondition.All(groups.Select(group => RowCondition.Any(group.RowGoes(today), group.NothingIsThere)).Append(RowCondition.Any(groups.Select(group => group.RowGoes(today)))));
    }

    /// <summary>The rows that leave daily use as a whole: what is in them is only archived, or is on its way out.</summary>
    public RowCondition IntoArchive(PlannedEntity entity) => entity.Entity.Archive is { } archive
        ? RowCondition.All(IsArchivedOnly(entity), RowCondition.Not(new RowCondition.Meets(archive.IsArchived)))
        : RowCondition.Never;

    /// <summary>The archived rows that something needs again in daily use. Those of which nobody knows stay where they are.</summary>
    public RowCondition OutOfArchive(PlannedEntity entity) => entity.Entity.Archive is { } archive
        ? RowCondition.All(new RowCondition.Meets(archive.IsArchived), RowCondition.Any(entity.Groups.Select(group => Of(entity, group).InDailyUse(today))))
        : RowCondition.Never;

    private RowCondition IsArchivedOnly(PlannedEntity entity)
    {
        var groups = entity.Groups.Select(group => Of(entity, group)).ToList();
        return RowCondition.All(groups
            .Select(group => RowCondition.Any(group.ToArchive(today), group.Released(today), group.NothingIsThere))
            .Append(RowCondition.Any(groups.Select(group => group.ToArchive(today)))));
    }

    /// <summary>The rows to which a row that stays refers, by what refers to them.</summary>
    private IEnumerable<RowCondition> HeldBy(PlannedEntity entity) =>
        entity.Dependents.Where(dependent => dependent.Disposal is not DependentDisposal.Detached).SelectMany(dependent => HeldBy(entity, dependent));

    private IEnumerable<RowCondition> HeldBy(PlannedEntity entity, PlannedDependent dependent)
    {
        var planned = dependent.Members.SelectMany(member => _byName[(entity.Store, member)]).ToList();
        if (planned.Exists(member => member.Root == entity.Root))
        {
            return [RefersToAnother(dependent)];
        }

        if (dependent.Disposal is DependentDisposal.GoAlong)
        {
            return planned.Select(member => Refers(dependent, member.Name, RowCondition.Any(HeldBy(member))));
        }

        // A condition on the rows of one entity cannot be asked of those derived from it; what holds nothing goes when its own owner does.
        return planned is [{ Groups.IsEmpty: false } only] && dependent.Members.Count == 1
            ? [Refers(dependent, only.Name, RowCondition.Not(RowGoes(only)))]
            : [Refers(dependent, dependent.Entity.Name, RowCondition.Always)];
    }

    /// <summary>A row of the same family refers to it, other than itself.</summary>
    public static RowCondition RefersToAnother(PlannedDependent dependent) => Refers(dependent, dependent.Entity.Name, IsAnother(dependent));

    /// <summary>A row that meets a condition refers to it.</summary>
    public static RowCondition Refers(PlannedDependent dependent, string name, RowCondition stays) => stays == RowCondition.Never
        ? RowCondition.Never
        : new RowCondition.HasRelated(name, dependent.Reference.Properties, dependent.Reference.TargetProperties, stays);

    /// <summary>
    /// Rows of one family that refer to each other go from the leaves inwards, one layer in a run. A row that refers to itself is a leaf:
    /// no row has both its key and another one above it.
    /// </summary>
    private static RowCondition IsAnother(PlannedDependent dependent)
    {
        var (_, here, target, there, _) = dependent.Reference;
        return there.All(path => dependent.Entity.Properties.Any(property => property.Path == path))
            ? RowCondition.Not(new RowCondition.HasRelated(target, [.. there, .. there], [.. there, .. here], RowCondition.Always))
            : RowCondition.Always;
    }

    /// <summary>A row without anything of its own goes with the row that it belongs to.</summary>
    private RowCondition OwnerGoes(PlannedEntity entity) => RowCondition.Any(
        from owner in plan.Entities
        where owner.Store == entity.Store && owner.Root != entity.Root
        from dependent in owner.Dependents
        where dependent.Disposal is DependentDisposal.GoAlong && dependent.Members.Contains(entity.Name)
        let reference = dependent.Reference
        select RowCondition.All(
            Belongs(reference, owner.Name, RowGoes(owner)),
            RowCondition.Not(RowCondition.Any(owner.Derived.Select(derived => Belongs(reference, derived, RowCondition.Always))))));

    private static RowCondition Belongs(ReferenceDescription reference, string owner, RowCondition condition) => condition == RowCondition.Never
        ? RowCondition.Never
        : new RowCondition.HasRelated(owner, reference.TargetProperties, reference.Properties, condition);
}
