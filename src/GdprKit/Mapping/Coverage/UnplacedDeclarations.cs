namespace GdprKit.Mapping;

/// <summary>Finds what the register declares and nothing says where it is.</summary>
internal static class UnplacedDeclarations
{
    public static IEnumerable<CoverageFinding> Find(PersonalDataMap map)
    {
        var activities = map.Register.Activities.Where(activity => !activity.IsOwnRecord).ToList();
        var entities = map.Stores.SelectMany(store => store.Entities).ToList();
        var placed = entities.SelectMany(entity => entity.Fields).Select(field => field.Category)
            .Concat(map.ManualStores.SelectMany(store => store.Categories))
            .ToHashSet();
        var dated = entities.SelectMany(entity => entity.Events).Select(happened => happened.Event).ToHashSet();
        var hasBirthDate = entities.SelectMany(entity => entity.Roles).Any(role => role.Role is FieldRole.BirthDate);
        return activities.SelectMany(activity => activity.Categories).Distinct().Where(category => !placed.Contains(category))
            .Select(CoverageFindings.CategoryWithoutPlace)
            .Concat(activities.SelectMany(activity => EventsOf(activity, hasBirthDate)).Distinct().Where(happened => !dated.Contains(happened)).Select(CoverageFindings.EventWithoutPlace));
    }

    // The role says the day of birth as well as an event would.
    private static IEnumerable<Key<RetentionEvent>> EventsOf(ProcessingActivity activity, bool hasBirthDate) => activity.Retention
        .Where(rule => !hasBirthDate || rule.Term is not RetentionTerm.UntilAge)
        .SelectMany(rule => TermEvents.Of(rule.Term));
}
