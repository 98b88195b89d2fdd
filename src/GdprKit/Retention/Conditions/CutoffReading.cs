using System.Diagnostics;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Reads rules for a whole table: as the condition, at any moment, under which the item of a row has been let go.</summary>
internal sealed class CutoffReading(DeclaredActivities activities, Key<DataCategory> category, RetentionCalendar calendar, KnownEvents known)
    : RuleReading<Func<ReleaseMoment, RetentionCondition>>(activities, category)
{
    /// <summary>The condition under which one rule, by itself, has let go an item.</summary>
    public static RetentionCondition Of(RetentionTerm term, Key<ProcessingActivity> activity, LocalDate latestEnd, RetentionCalendar calendar) => term switch
    {
        RetentionTerm.After after => Known(Through(after, latestEnd, calendar)),
        RetentionTerm.LatestOf latest => Known(latest.Terms.Select(end => Through(end, latestEnd, calendar)).ToValueList()),
        RetentionTerm.UntilAge until => Known(Through([until.BirthDate], null, birthDate => RetentionCalendar.LastDayBelow(until.Age, birthDate), latestEnd)),
        RetentionTerm.WhileConsentStands => new RetentionCondition.ConsentEnded(activity, latestEnd),
        RetentionTerm.Indefinitely => new RetentionCondition.NothingDue(),
        _ => throw new UnreachableException(),
    };

    public override Func<ReleaseMoment, RetentionCondition> Term(ProcessingActivity activity, RetentionRule rule) => known.MissingFrom(rule.Term).IsEmpty
        ? moment => Of(rule.Term, activity.Key, moment.LatestEnd(rule.Side), calendar)
        : _ => new RetentionCondition.NothingDue();

    public override Func<ReleaseMoment, RetentionCondition> Consent(ProcessingActivity activity, RetentionRule rule) =>
        moment => new RetentionCondition.ConsentEnded(activity.Key, moment.LatestEnd(rule.Side));

    public override Func<ReleaseMoment, RetentionCondition> Objected(Func<ReleaseMoment, RetentionCondition> one, ProcessingActivity activity, RetentionRule rule) =>
        moment => ConditionJoining.Any(one(moment), new RetentionCondition.ObjectionUpheld(activity.Key, moment.LatestEnd(rule.Side)));

    public override Func<ReleaseMoment, RetentionCondition> Later(Func<ReleaseMoment, RetentionCondition> one, Func<ReleaseMoment, RetentionCondition> other) =>
        moment => ConditionJoining.All(one(moment), other(moment));

    public override Func<ReleaseMoment, RetentionCondition> Earlier(Func<ReleaseMoment, RetentionCondition> one, Func<ReleaseMoment, RetentionCondition> other) =>
        moment => ConditionJoining.Any(one(moment), other(moment));

    public override Func<ReleaseMoment, RetentionCondition> Yielding(
        Func<ReleaseMoment, RetentionCondition> one, Key<ProcessingActivity> activity, Func<ReleaseMoment, RetentionCondition> other) =>
        moment => ConditionJoining.Any(one(moment), ConditionJoining.All(new RetentionCondition.Applies(activity), other(moment)));

    public override Func<ReleaseMoment, RetentionCondition> Beginning(LocalDate from, Func<ReleaseMoment, RetentionCondition> first) =>
        moment => moment < ReleaseMoment.BeginOf(from) ? new RetentionCondition.NothingDue() : first(moment);

    public override Func<ReleaseMoment, RetentionCondition> Ending(Func<ReleaseMoment, RetentionCondition> last, LocalDate until) =>
        moment => last(moment < ReleaseMoment.BeginOf(until) ? moment : ReleaseMoment.BeginOf(until));

    // What the earlier rules had let go before the day of change stays free; all else goes when the later ones let it go.
    public override Func<ReleaseMoment, RetentionCondition> Succeeding(
        Func<ReleaseMoment, RetentionCondition> earlier, LocalDate from, Func<ReleaseMoment, RetentionCondition> later) =>
        moment => moment < ReleaseMoment.BeginOf(from)
            ? earlier(moment)
            : ConditionJoining.Any(earlier(ReleaseMoment.BeginOf(from)), later(moment));

    private static RetentionCondition.Through Through(RetentionTerm.After term, LocalDate latestEnd, RetentionCalendar calendar) =>
        Through(term.Events, term.Fallback, day => calendar.EndOf(term, day), latestEnd);

    private static RetentionCondition.Through Through(
        ValueList<Key<RetentionEvent>> events, Key<RetentionEvent>? fallback, Func<LocalDate, LocalDate?> endOf, LocalDate latestEnd) =>
        new(events, fallback, CutoffSearch.LastDay(endOf, latestEnd) ?? RetentionFacts.NoDay);

    private static RetentionCondition Known(RetentionCondition.Through through) => through.LastDay > RetentionFacts.NoDay ? through : new RetentionCondition.NothingDue();

    private static RetentionCondition Known(ValueList<RetentionCondition.Through> ends) =>
        ends.Any(end => end.LastDay > RetentionFacts.NoDay) ? new RetentionCondition.LatestThrough(ends) : new RetentionCondition.NothingDue();
}
