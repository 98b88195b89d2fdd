using System.Diagnostics;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>Reads rules for a whole table: as the conditions under which no end is known for the item of a row, by the reason.</summary>
internal sealed class ObstacleReading(DeclaredActivities activities, Key<DataCategory> category, RetentionCalendar calendar, KnownEvents known)
    : RuleReading<OpenEnds>(activities, category)
{
    private readonly CutoffReading _cutoffs = new(activities, category, calendar, known);

    public override OpenEnds Term(ProcessingActivity activity, RetentionRule rule) => Ends(rule.Term, activity) with { Released = _cutoffs.Term(activity, rule) };

    public override OpenEnds Consent(ProcessingActivity activity, RetentionRule rule) =>
        OpenEnds.OfConsent(activity.Key) with { Released = _cutoffs.Consent(activity, rule) };

    public override OpenEnds Objected(OpenEnds one, ProcessingActivity activity, RetentionRule rule) =>
        one.When(ConditionJoining.Not(new RetentionCondition.ObjectionUpheld(activity.Key, LocalDate.MaxIsoValue))) with { Released = _cutoffs.Objected(one.Released, activity, rule) };

    public override OpenEnds Later(OpenEnds one, OpenEnds other) => new(
        _cutoffs.Later(one.Released, other.Released),
        one.Unresolved.Concat(other.When(ConditionJoining.Not(one.AnyUnresolved)).Unresolved),
        ConditionJoining.All(ConditionJoining.Any(one.Endless, other.Endless), ConditionJoining.Not(one.AnyUnresolved), ConditionJoining.Not(other.AnyUnresolved)));

    public override OpenEnds Earlier(OpenEnds one, OpenEnds other) =>
        one.When(other.Any) with { Released = _cutoffs.Earlier(one.Released, other.Released) };

    public override OpenEnds Yielding(OpenEnds one, Key<ProcessingActivity> activity, OpenEnds other) =>
        one.When(ConditionJoining.Any(new RetentionCondition.DoesNotApply(activity), other.Any)) with { Released = _cutoffs.Yielding(one.Released, activity, other.Released) };

    public override OpenEnds Beginning(LocalDate from, OpenEnds first) => first with { Released = _cutoffs.Beginning(from, first.Released) };

    public override OpenEnds Ending(OpenEnds last, LocalDate until) =>
        OpenEnds.Of((UnresolvedReason.NoRuleInForce, ConditionJoining.Not(last.Released(ReleaseMoment.BeginOf(until))))) with { Released = _cutoffs.Ending(last.Released, until) };

    public override OpenEnds Succeeding(OpenEnds earlier, LocalDate from, OpenEnds later) =>
        later.When(ConditionJoining.Not(earlier.Released(ReleaseMoment.BeginOf(from)))) with { Released = _cutoffs.Succeeding(earlier.Released, from, later.Released) };

    private OpenEnds Ends(RetentionTerm term, ProcessingActivity activity) => term switch
    {
        _ when !known.MissingFrom(term).IsEmpty => OpenEnds.Of((UnresolvedReason.DateMissing, ConditionJoining.Everything)),
        RetentionTerm.After after => Missing([after]),
        RetentionTerm.LatestOf latest => Missing(latest.Terms),
        RetentionTerm.UntilAge until => OpenEnds.Of(
            (UnresolvedReason.DateMissing, new RetentionCondition.NoneOf([until.BirthDate])),
            (UnresolvedReason.BeyondCalendar, Beyond([until.BirthDate], null, birthDate => RetentionCalendar.LastDayBelow(until.Age, birthDate)))),
        RetentionTerm.WhileConsentStands => OpenEnds.OfConsent(activity.Key),
        RetentionTerm.Indefinitely => OpenEnds.Meant,
        _ => throw new UnreachableException(),
    };

    // An end whose event did not happen does not count while another's did; one beyond the calendar is the latest of all.
    private OpenEnds Missing(ValueList<RetentionTerm.After> ends) => OpenEnds.Of(
        (UnresolvedReason.DateMissing, new RetentionCondition.NoneOf(
            ends.SelectMany(end => end.Fallback is { } fallback ? end.Events.Append(fallback) : end.Events).Distinct().ToValueList())),
        (UnresolvedReason.BeyondCalendar, ConditionJoining.Any(ends.Select(end => Beyond(end.Events, end.Fallback, day => calendar.EndOf(end, day))))));

    private static RetentionCondition Beyond(ValueList<Key<RetentionEvent>> events, Key<RetentionEvent>? fallback, Func<LocalDate, LocalDate?> endOf)
    {
        var happened = ConditionJoining.Not(new RetentionCondition.NoneOf(fallback is { } other ? [.. events, other] : events));
        return CutoffSearch.LastDay(endOf, LocalDate.MaxIsoValue) is { } lastWithEnd
            ? ConditionJoining.All(happened, ConditionJoining.Not(new RetentionCondition.Through(events, fallback, lastWithEnd)))
            : happened;
    }
}
