namespace GdprKit.Retention;

/// <summary>Finds what is declared and cannot work as it was meant.</summary>
internal static class PlanWarnings
{
    /// <summary>The warnings about the entities of one store.</summary>
    public static IEnumerable<MapFault> Of(IReadOnlyList<PlannedEntity> entities) => entities.SelectMany(entity => (IEnumerable<MapFault>)
    [
        .. entity.Groups.SelectMany(group => UndatedEvents(entity, group)),
        .. MayStay(entity) ? entity.Groups.SelectMany(group => group.Irreplaceable).Select(field => PlanFaults.NothingReplaces(entity, field)) : [],
        .. entity.Entity.Scopes
            .Where(scope => !entity.Groups.Any(fields => fields.Activities.Any(activity => activity.Activity.Key == scope.Activity)))
            .Select(scope => PlanFaults.ScopeWithoutUse(entity, scope.Activity)),
        .. Archive(entity),
        .. entity.Groups.IsEmpty && !entities.Any(owner => TakesAlong(owner, entity)) ? [PlanFaults.NothingOfItsOwn(entity)] : Array.Empty<MapFault>(),
        .. entity.Dependents
            .Where(dependent => dependent.Disposal is DependentDisposal.AwaitedFirst && !entities.Any(planned => dependent.Members.Contains(planned.Name)))
            .Select(dependent => PlanFaults.WaitsForUnmapped(entity, dependent)),
    ]);

    private static IEnumerable<MapFault> Archive(PlannedEntity entity)
    {
        var archiving = entity.Groups.SelectMany(group => group.Activities).Where(activity => activity.Archives).Select(activity => activity.Activity.Key).Distinct().ToList();
        return (entity.Entity.Archive, archiving.Count) switch
        {
            (null, > 0) => [PlanFaults.ArchiveWithoutPlace(entity, archiving)],
            (not null, 0) => [PlanFaults.ArchiveWithoutRule(entity)],
            _ => [],
        };
    }

    // Where everything in a row is due at once, and nothing holds it, nothing in it needs to be replaced.
    private static bool MayStay(PlannedEntity entity) => entity.Groups.Count > 1
        || entity.Groups.Any(group => group.Activities.Any(activity => activity.Then is not DisposalAction.Delete))
        || entity.Dependents.Any(dependent => dependent.Disposal is DependentDisposal.AwaitedFirst);

    private static IEnumerable<MapFault> UndatedEvents(PlannedEntity entity, FieldGroup fields)
    {
        var times = new EventTimes(entity.Entity, fields);
        var undated = from activity in fields.Activities
                      from rule in activity.Rules
                      from happened in TermEvents.Of(rule.Term)
                      where times.Of(happened) is null
                      select new UndatedEvent(happened, activity.Activity.Key);
        return undated
            .GroupBy(each => each.Event.ToString(), StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => PlanFaults.EventWithoutDate(entity, fields, same.First().Event, same.Select(each => each.Activity).Distinct()));
    }

    /// <summary>Whether rows of an entity go along with those of another.</summary>
    public static bool TakesAlong(PlannedEntity owner, PlannedEntity entity) => owner.Root != entity.Root
        && owner.Dependents.Any(dependent => dependent.Disposal is DependentDisposal.GoAlong && dependent.Members.Contains(entity.Name));

    private sealed record UndatedEvent(Key<RetentionEvent> Event, Key<ProcessingActivity> Activity);
}
