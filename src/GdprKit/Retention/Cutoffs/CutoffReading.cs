using System.Diagnostics;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Reads rules for a whole table: as the condition, at any moment, under which the item of a row has been let go.</summary>
internal sealed class CutoffReading(DeclaredActivities activities, Key<DataCategory> category, RetentionCalendar calendar)
    : RuleReading<Func<ReleaseMoment, RetentionCutoff>>(activities, category)
{
    /// <summary>The condition under which one rule, by itself, has let go an item.</summary>
    public static RetentionCutoff Of(RetentionTerm term, Key<ProcessingActivity> activity, LocalDate latestEnd, RetentionCalendar calendar) => term switch
    {
        RetentionTerm.After after => Known(Through(after, latestEnd, calendar)),
        RetentionTerm.LatestOf latest => Known(latest.Terms.Select(end => Through(end, latestEnd, calendar)).ToValueList()),
        RetentionTerm.UntilAge until => Known(Through([until.BirthDate], null, birthDate => RetentionCalendar.LastDayBelow(until.Age, birthDate), latestEnd)),
        RetentionTerm.WhileConsentStands => new RetentionCutoff.ConsentEnded(activity, latestEnd),
        RetentionTerm.Indefinitely => new RetentionCutoff.NothingDue(),
        _ => throw new UnreachableException(),
    };

    protected override Func<ReleaseMoment, RetentionCutoff> Term(ProcessingActivity activity, RetentionRule rule) =>
        moment => Of(rule.Term, activity.Key, moment.LatestEnd(rule.Side), calendar);

    protected override Func<ReleaseMoment, RetentionCutoff> Consent(ProcessingActivity activity, RetentionRule rule) =>
        moment => new RetentionCutoff.ConsentEnded(activity.Key, moment.LatestEnd(rule.Side));

    protected override Func<ReleaseMoment, RetentionCutoff> Later(Func<ReleaseMoment, RetentionCutoff> one, Func<ReleaseMoment, RetentionCutoff> other) =>
        moment => CutoffConditions.All(one(moment), other(moment));

    protected override Func<ReleaseMoment, RetentionCutoff> Earlier(Func<ReleaseMoment, RetentionCutoff> one, Func<ReleaseMoment, RetentionCutoff> other) =>
        moment => CutoffConditions.Any(one(moment), other(moment));

    protected override Func<ReleaseMoment, RetentionCutoff> Yielding(
        Func<ReleaseMoment, RetentionCutoff> one, Key<ProcessingActivity> activity, Func<ReleaseMoment, RetentionCutoff> other) =>
        moment => CutoffConditions.Any(one(moment), CutoffConditions.All(new RetentionCutoff.Applies(activity), other(moment)));

    protected override Func<ReleaseMoment, RetentionCutoff> Beginning(LocalDate from, Func<ReleaseMoment, RetentionCutoff> first) =>
        moment => moment < ReleaseMoment.BeginOf(from) ? new RetentionCutoff.NothingDue() : first(moment);

    protected override Func<ReleaseMoment, RetentionCutoff> Ending(Func<ReleaseMoment, RetentionCutoff> last, LocalDate until) =>
        moment => last(moment < ReleaseMoment.BeginOf(until) ? moment : ReleaseMoment.BeginOf(until));

    // What the earlier rules had let go before the day of change stays free; all else goes when the later ones let it go.
    protected override Func<ReleaseMoment, RetentionCutoff> Succeeding(
        Func<ReleaseMoment, RetentionCutoff> earlier, LocalDate from, Func<ReleaseMoment, RetentionCutoff> later) =>
        moment => moment < ReleaseMoment.BeginOf(from)
            ? earlier(moment)
            : CutoffConditions.Any(earlier(ReleaseMoment.BeginOf(from)), later(moment));

    private static RetentionCutoff.Through Through(RetentionTerm.After term, LocalDate latestEnd, RetentionCalendar calendar) =>
        Through(term.Events, term.Fallback, day => calendar.EndOf(term, day), latestEnd);

    private static RetentionCutoff.Through Through(
        ValueList<Key<RetentionEvent>> events, Key<RetentionEvent>? fallback, Func<LocalDate, LocalDate?> endOf, LocalDate latestEnd) =>
        new(events, fallback, CutoffSearch.LastDay(endOf, latestEnd) ?? RetentionFacts.NoDay);

    private static RetentionCutoff Known(RetentionCutoff.Through through) => through.LastDay > RetentionFacts.NoDay ? through : new RetentionCutoff.NothingDue();

    private static RetentionCutoff Known(ValueList<RetentionCutoff.Through> ends) =>
        ends.Any(end => end.LastDay > RetentionFacts.NoDay) ? new RetentionCutoff.LatestThrough(ends) : new RetentionCutoff.NothingDue();
}
