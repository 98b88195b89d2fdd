using NodaTime;

namespace GdprKit.Retention;

/// <summary>The activities of a register with their retention rules, and the choices between laws that contradict each other.</summary>
internal sealed class DeclaredActivities(IReadOnlyList<ProcessingActivity> activities, ValueList<RuleConflictChoice> choices)
{
    /// <summary>The activities that use a category, ordered by key.</summary>
    /// <exception cref="KeyNotFoundException">GDPR1070: no activity uses it.</exception>
    public IReadOnlyList<ProcessingActivity> Using(Key<DataCategory> category)
    {
        ProcessingActivity[] users = [.. activities.Where(activity => activity.Categories.Contains(category)).OrderBy(activity => activity.Key)];
        return users.Length > 0 ? users : throw new KeyNotFoundException(
            $"{RetentionMessages.CategoryNotUsed}: no activity uses the category '{category}', so nothing says how long it is kept. Use the key of a category that an activity uses.");
    }

    /// <summary>The rules that were chosen over a rule, for the category and for all the time that the rule is in force.</summary>
    public IEnumerable<(ProcessingActivity Activity, RetentionRule Rule)> PrevailingOver(RetentionRule rule, Key<DataCategory> category) =>
        from choice in choices
        where choice.Yields == rule.Key
        from activity in activities
        from prevailing in activity.Retention
        where prevailing.Key == choice.Prevails && CutsOff(prevailing, rule) && ActivityRules.IsAbout(activity, prevailing, category)
        select (activity, prevailing);

    // Chosen over a law that demands keeping is a law that forbids it; the other way round nothing is cut off, what is demanded is added.
    private static bool CutsOff(RetentionRule prevailing, RetentionRule rule) =>
        prevailing.Side is RetentionSide.MustBeGone
        && !(prevailing.Effective.From > (rule.Effective.From ?? LocalDate.MinIsoValue))
        && !(prevailing.Effective.Until < (rule.Effective.Until ?? LocalDate.MaxIsoValue));
}
