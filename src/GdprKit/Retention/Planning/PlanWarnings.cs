namespace GdprKit.Retention;

/// <summary>Finds what is declared and cannot work as it was meant.</summary>
internal static class PlanWarnings
{
    public static IEnumerable<MapFault> Of(PlannedEntity entity, ProcessingRegister register)
    {
        var times = new EventTimes(entity.Entity, register);
        foreach (var fields in entity.Groups)
        {
            var undated = from activity in fields.Activities
                          from rule in activity.Rules
                          from happened in TermEvents.Of(rule.Term)
                          where times.Of(happened) is null
                          group activity.Activity.Key by happened;
            foreach (var happened in undated.OrderBy(each => each.Key))
            {
                yield return PlanFaults.EventWithoutDate(entity, fields, happened.Key, happened.Distinct());
            }
        }

        foreach (var scope in entity.Entity.Scopes.Where(scope => !entity.Groups.Any(fields => fields.Activities.Any(activity => activity.Activity.Key == scope.Activity))))
        {
            yield return PlanFaults.ScopeWithoutUse(entity, scope.Activity);
        }
    }
}
