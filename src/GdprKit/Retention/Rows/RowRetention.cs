using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>What the rules say about the rows of a plan on a day, as conditions that a store answers.</summary>
internal sealed class RowRetention
{
    private readonly DisposalPlan _plan;
    private readonly RetentionSchedule _schedule;
    private readonly LocalDate _today;
    private readonly ILookup<Type, PlannedEntity> _byType;

    public RowRetention(DisposalPlan plan, LocalDate today)
    {
        _plan = plan;
        _today = today;
        _schedule = new RetentionSchedule(plan.Register);
        _byType = plan.Entities.ToLookup(entity => entity.Entity.Description.Type);
    }

    /// <summary>The rows whose fields of a group nothing needs any more.</summary>
    public RowCondition Due(PlannedEntity entity, FieldGroup group) => Due(entity, group, _today);

    /// <summary>The same on another day, if nothing else changes until then.</summary>
    public RowCondition Due(PlannedEntity entity, FieldGroup group, LocalDate day) => group.Activities.IsEmpty
        ? RowCondition.Never
        : Translate(entity, group).Of(_schedule.DueOn(group.Categories[0], day));

    /// <summary>Of the rows that are due, those with which an action is done: what the activities that apply say, and of several what leaves most standing.</summary>
    public RowCondition DueWith(PlannedEntity entity, FieldGroup group, DisposalAction action) =>
        RowCondition.All(Due(entity, group), Ending(entity, group, action));

    /// <summary>The rows whose fields leave daily use, and do not go yet.</summary>
    public RowCondition ToArchive(PlannedEntity entity, FieldGroup group) => group.Activities.Any(activity => activity.Archives)
        ? RowCondition.All(
            Translate(entity, group).Of(_schedule.OutOfDailyUseOn(group.Categories[0], _today)),
            RowCondition.Not(Due(entity, group)))
        : RowCondition.Never;

    /// <summary>The rows that an activity still needs, for itself.</summary>
    public RowCondition NeededBy(PlannedEntity entity, FieldGroup group, Key<ProcessingActivity> activity)
    {
        var released = _schedule.ReleasesOn(group.Categories[0], _today).Single(release => release.Activity.Key == activity).Released;
        return RowCondition.All(Applies(entity, group, activity), RowCondition.Not(Translate(entity, group).Of(released)));
    }

    /// <summary>The rows that somebody must look at, by reason.</summary>
    public IEnumerable<(UnresolvedReason Reason, RowCondition Rows)> Unresolved(PlannedEntity entity, FieldGroup group) => group.Activities.IsEmpty
        ? [(UnresolvedReason.NothingApplies, RowCondition.Always)]
        : _schedule.Unresolved(group.Categories[0])
            .Select(items => (items.Reason, Rows: Translate(entity, group).Of(items.Items)))
            .Where(items => items.Rows != RowCondition.Never);

    /// <summary>The rows that go whole: none of their fields is needed, and nothing that stays refers to them.</summary>
    public RowCondition RowGoes(PlannedEntity entity) => RowCondition.All(
        entity.Groups.Select(group => DueWith(entity, group, DisposalAction.Delete))
            .Concat(entity.Dependents.Where(dependent => dependent.Disposal is not DependentDisposal.Detached).Select(dependent => RowCondition.Not(IsHeldBy(entity, dependent))))
            .Concat(entity.Groups.IsEmpty ? [OwnerGoes(entity)] : []));

    /// <summary>Whether an activity is about a row.</summary>
    public RowCondition Applies(PlannedEntity entity, FieldGroup group, Key<ProcessingActivity> activity)
    {
        var people = _plan.Register.Activities[activity].People;
        var about = group.Whose.Where(owner => people.Contains(owner.Kind)).ToList();
        if (about.Count == 0)
        {
            return RowCondition.Never;
        }

        // Whose row nobody can tell is treated as anybody's: whatever could need it, needs it.
        var isAbout = about.Count == group.Whose.Count
            ? RowCondition.Always
            : RowCondition.Any(
                RowCondition.Any(about.Select(owner => new RowCondition.HasOwner(owner))),
                RowCondition.Not(RowCondition.Any(group.Whose.Select(owner => new RowCondition.HasOwner(owner)))));
        var scope = entity.Entity.Scopes.FirstOrDefault(scope => scope.Activity == activity);
        return scope is null ? isAbout : RowCondition.All(isAbout, new RowCondition.Meets(scope.Condition));
    }

    private RowTranslation Translate(PlannedEntity entity, FieldGroup group) => new(
        new EventTimes(entity.Entity, _plan.Register),
        activity => Applies(entity, group, activity),
        _plan.Register.Controller.TimeZone);

    private RowCondition Ending(PlannedEntity entity, FieldGroup group, DisposalAction action)
    {
        if (group.Activities.Select(activity => activity.Then).Distinct().ToList() is [var only])
        {
            return only == action ? RowCondition.Always : RowCondition.Never;
        }

        var more = group.Activities.Where(activity => DisposalActions.LeavesMore(activity.Then, action));
        var same = group.Activities.Where(activity => activity.Then == action);
        return RowCondition.All(
            RowCondition.Any(same.Select(activity => Applies(entity, group, activity.Activity.Key))),
            RowCondition.Not(RowCondition.Any(more.Select(activity => Applies(entity, group, activity.Activity.Key)))));
    }

    /// <summary>Whether a row that stays refers to this one.</summary>
    private RowCondition IsHeldBy(PlannedEntity entity, PlannedDependent dependent)
    {
        var stays = StayingOf(entity, dependent);
        return stays == RowCondition.Never
            ? RowCondition.Never
            : new RowCondition.HasRelated(dependent.Entity.Name, dependent.Reference.Properties, dependent.Reference.TargetProperties, stays);
    }

    // Rows of one entity that refer to each other go from the leaves inwards, one layer in a run; so do those of a family of classes.
    private RowCondition StayingOf(PlannedEntity entity, PlannedDependent dependent)
    {
        var planned = _byType.Where(same => dependent.Entity.Type.IsAssignableFrom(same.Key)).SelectMany(same => same).ToList();
        return (planned, dependent.Disposal) switch
        {
            ([], DependentDisposal.GoAlong) => RowCondition.Never,
            ([var only], _) when only != entity && !only.Groups.IsEmpty => RowCondition.Not(RowGoes(only)),
            ([var only], _) when only != entity => RowCondition.Any(HeldByOthers(only)),
            _ => RowCondition.Always,
        };
    }

    private IEnumerable<RowCondition> HeldByOthers(PlannedEntity entity) =>
        entity.Dependents.Where(dependent => dependent.Disposal is not DependentDisposal.Detached).Select(dependent => IsHeldBy(entity, dependent));

    /// <summary>A row without anything of its own goes with the row that it belongs to.</summary>
    private RowCondition OwnerGoes(PlannedEntity entity) => RowCondition.Any(
        from owner in _plan.Entities
        from dependent in owner.Dependents
        where dependent.Disposal is DependentDisposal.GoAlong && dependent.Entity.Type.IsAssignableFrom(entity.Entity.Description.Type) && owner != entity
        select new RowCondition.HasRelated(owner.Entity.Description.Name, dependent.Reference.TargetProperties, dependent.Reference.Properties, RowGoes(owner)));
}
