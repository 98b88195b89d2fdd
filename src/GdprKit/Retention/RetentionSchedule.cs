using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>
/// The retention rules of a register, ready to be applied: to one item, with an explanation, and to a whole table, as a condition.
/// Both are read from the same rules in the same way.
/// </summary>
/// <remarks>Days are days in the controller's zone. Pure: no clock, no store. Safe for use by several threads.</remarks>
public sealed class RetentionSchedule
{
    private readonly DeclaredActivities _activities;
    private readonly RetentionCalendar _calendar;
    private readonly KnownEvents _known = KnownEvents.All;

    /// <summary>The schedule of a register.</summary>
    /// <param name="register">The register, whose controller's financial year is the one that counts.</param>
    public RetentionSchedule(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        _activities = new DeclaredActivities(register.Activities, register.ConflictChoices);
        _calendar = new RetentionCalendar(register.Controller.FinancialYearEnd);
    }

    internal RetentionSchedule(DeclaredActivities activities, RetentionCalendar calendar) => (_activities, _calendar) = (activities, calendar);

    private RetentionSchedule(RetentionSchedule schedule, KnownEvents known) =>
        (_activities, _calendar, _known) = (schedule._activities, schedule._calendar, known);

    /// <summary>How long the data of one category of an item are kept.</summary>
    /// <param name="category">The category.</param>
    /// <param name="facts">What is known of the item.</param>
    /// <exception cref="KeyNotFoundException">GDPR1070: no activity uses the category.</exception>
    public FieldRetention Assess(Key<DataCategory> category, RetentionFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var reading = new OutcomeReading(_activities, category, _calendar, _known, facts);
        var applying = _activities.Using(category).Where(activity => facts.Applies(activity.Key));
        return new FieldRetention(category, applying.Select(activity => Assess(activity, category, reading)).ToValueList(), facts.Suspensions);
    }

    /// <summary>
    /// Which items of a category have reached the end of their last period: they go in a sweep on a day, unless something suspends it.
    /// </summary>
    /// <param name="category">The category.</param>
    /// <param name="today">The day of the sweep, in the controller's zone.</param>
    /// <exception cref="KeyNotFoundException">GDPR1070: no activity uses the category.</exception>
    public RetentionCondition DueOn(Key<DataCategory> category, LocalDate today) =>
        Cutoff(category, today, static (rules, read) => ConditionJoining.All(Phases(rules).Select(read)));

    /// <summary>Which items of a category are out of daily use after a sweep on a day: what still needs them needs them in the archive only.</summary>
    /// <param name="category">The category.</param>
    /// <param name="today">The day of the sweep, in the controller's zone.</param>
    /// <exception cref="KeyNotFoundException">GDPR1070: no activity uses the category.</exception>
    public RetentionCondition OutOfDailyUseOn(Key<DataCategory> category, LocalDate today) =>
        Cutoff(category, today, static (rules, read) => rules.Archiving.Count == 0 ? read(rules.Ending) : ConditionJoining.Any(rules.Archiving.Select(read)));

    /// <summary>Which items of a category have no end that anybody knows, by reason: they are kept, and somebody must look at them.</summary>
    /// <param name="category">The category.</param>
    /// <returns>Each reason that is possible once, in the order of <see cref="UnresolvedReason"/>. An item can have several.</returns>
    /// <exception cref="KeyNotFoundException">GDPR1070: no activity uses the category.</exception>
    public ValueList<UnresolvedItems> Unresolved(Key<DataCategory> category)
    {
        var reading = new ObstacleReading(_activities, category, _calendar, _known);
        var users = _activities.Using(category);
        var unresolved = users.SelectMany(activity => Phases(ActivityRules.Of(activity, category))
            .SelectMany(phase => reading.Read(activity, phase).When(new RetentionCondition.Applies(activity.Key)).Unresolved));
        return unresolved
            .Append((UnresolvedReason.NothingApplies, ConditionJoining.All(users.Select(activity => new RetentionCondition.DoesNotApply(activity.Key)))))
            .GroupBy(each => each.Item1, each => each.Item2)
            .OrderBy(same => same.Key)
            .Select(same => new UnresolvedItems(same.Key, ConditionJoining.Any(same)))
            .Where(items => items.Items is not RetentionCondition.NothingDue)
            .ToValueList();
    }

    /// <summary>The same rules for items of which only some events can be dated: a term that another could move has no end that anybody knows.</summary>
    internal RetentionSchedule Knowing(KnownEvents known) => new(this, known);

    /// <summary>Which items of a category an activity has let go after a sweep on a day, if it applies to them.</summary>
    /// <param name="key">The activity, which uses the category.</param>
    /// <param name="category">The category.</param>
    /// <param name="today">The day of the sweep, in the controller's zone.</param>
    internal RetentionCondition ReleasedBy(Key<ProcessingActivity> key, Key<DataCategory> category, LocalDate today)
    {
        var reading = new CutoffReading(_activities, category, _calendar, _known);
        var activity = _activities.Using(category).Single(each => each.Key == key);
        return ConditionJoining.All(Phases(ActivityRules.Of(activity, category)).Select(phase => reading.Read(activity, phase)(ReleaseMoment.SweepOf(today))));
    }

    /// <summary>
    /// Which items of a category a law does not demand an activity to keep any more on a day, if the activity applies to them; <see langword="null"/> when no law in force on that day demands it of any.
    /// What <see cref="StatutoryDemand.StandsOn"/> says of one item, of a whole table.
    /// </summary>
    /// <param name="key">The activity, which uses the category.</param>
    /// <param name="category">The category.</param>
    /// <param name="day">The day, in the controller's zone.</param>
    internal RetentionCondition? DemandOverOn(Key<ProcessingActivity> key, Key<DataCategory> category, LocalDate day)
    {
        var activity = _activities.Using(category).Single(each => each.Key == key);
        var statutory = ActivityRules.Of(activity, category).Statutory;
        return statutory.Any(rule => rule.Effective.Contains(day))
            ? new CutoffReading(_activities, category, _calendar, _known).Read(activity, statutory)(ReleaseMoment.SweepOf(day))
            : null;
    }

    /// <summary>The rules by which it is decided how long a category is kept, those of other activities that prevail over one of them included.</summary>
    internal IEnumerable<Key<RetentionRule>> RulesAbout(ProcessingActivity activity, Key<DataCategory> category)
    {
        var rules = Phases(ActivityRules.Of(activity, category)).SelectMany(phase => phase).ToList();
        return rules.Concat(rules.SelectMany(rule => _activities.PrevailingOver(rule, category).Select(prevailing => prevailing.Rule))).Select(rule => rule.Key);
    }

    private static IEnumerable<IReadOnlyList<RetentionRule>> Phases(ActivityRules rules) => rules.Archiving.Append(rules.Ending);

    private static ActivityRetention Assess(ProcessingActivity activity, Key<DataCategory> category, OutcomeReading reading)
    {
        var rules = ActivityRules.Of(activity, category);
        var archiving = rules.Archiving.Select(phase => reading.Read(activity, phase)).OrderBy(phase => phase.Release is null).ThenBy(phase => phase.Release);
        return new ActivityRetention(
            activity.Key,
            archiving.ToValueList(),
            reading.Read(activity, rules.Ending),
            rules.Statutory.Count == 0 ? null : new StatutoryDemand(rules.Statutory.ToValueList(), reading.Demand(activity, rules.Statutory)));
    }

    private RetentionCondition Cutoff(
        Key<DataCategory> category, LocalDate today, Func<ActivityRules, Func<IReadOnlyList<RetentionRule>, RetentionCondition>, RetentionCondition> ended)
    {
        var reading = new CutoffReading(_activities, category, _calendar, _known);
        var conditions = _activities.Using(category).Select(activity => (
            activity.Key,
            Ended: ended(ActivityRules.Of(activity, category), rules => reading.Read(activity, rules)(ReleaseMoment.SweepOf(today))))).ToList();

        // An item to which nothing applies is not due: nobody can say since when.
        return conditions is [var only]
            ? ConditionJoining.All(new RetentionCondition.Applies(only.Key), only.Ended)
            : ConditionJoining.All(
                conditions.Select(activity => ConditionJoining.Any(new RetentionCondition.DoesNotApply(activity.Key), activity.Ended))
                    .Prepend(ConditionJoining.Any(conditions.Select(activity => (RetentionCondition)new RetentionCondition.Applies(activity.Key)))));
    }
}
