using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>Activities, rules and facts for tests, shorter than a register would need them.</summary>
internal static class SampleRules
{
    public static readonly Key<DataCategory> Address = new("address");
    public static readonly Key<RetentionEvent> Invoice = new("invoice");
    public static readonly Key<RetentionEvent> Purchase = new("purchase");
    public static readonly Key<RetentionEvent> Login = new("login");
    public static readonly Key<RetentionEvent> Birth = new("birth");

    public static readonly RetentionCalendar CalendarYears = new(new AnnualDate(12, 31));

    public static LocalDate Day(int year, int month, int day) => new(year, month, day);

    public static RetentionTerm.After After(Key<RetentionEvent> kind, Period period, RetentionAnchor anchor = RetentionAnchor.Exact) =>
        new() { Events = [kind], Anchor = anchor, Period = period };

    public static RetentionRule Rule(RetentionTerm term, RetentionSide side = RetentionSide.Both, RetentionStrength strength = RetentionStrength.Own, string key = "rule") => new()
    {
        Key = new Key<RetentionRule>(key),
        Term = term,
        Side = side,
        Then = DisposalAction.Delete,
        Strength = strength,
    };

    public static ProcessingActivity Activity(string key, params ReadOnlySpan<RetentionRule> rules) => new()
    {
        Key = new Key<ProcessingActivity>(key),
        Name = LocalizedText.Empty,
        Purpose = new Purpose(LocalizedText.Empty),
        Basis = new LawfulBasis.Contract(),
        People = [],
        Categories = [Address],
        Provision = DataProvision.For(new LawfulBasis.Contract()),
        Retention = ValueList.Create(rules),
    };

    public static ProcessingActivity OnConsent(this ProcessingActivity activity) => activity with { Basis = new LawfulBasis.Consent() };

    public static RetentionSchedule Schedule(params IEnumerable<ProcessingActivity> activities) =>
        new(new DeclaredActivities([.. activities], []), CalendarYears);

    public static RetentionFacts Facts(params IEnumerable<(Key<RetentionEvent> Event, LocalDate? On)> events) =>
        new() { Events = events.Select(occurrence => new EventOccurrence(occurrence.Event, occurrence.On)).ToValueList() };

    public static RetentionFacts AppliedTo(this RetentionFacts facts, params IEnumerable<ProcessingActivity> activities) =>
        facts with { Activities = activities.Select(activity => activity.Key).ToValueList() };

    /// <summary>What a single rule, alone in the world, says.</summary>
    public static RetentionOutcome Outcome(RetentionRule rule, RetentionFacts facts, RetentionCalendar? calendar = null)
    {
        var activity = Activity("activity", rule);
        return new RetentionSchedule(new DeclaredActivities([activity], []), calendar ?? CalendarYears)
            .Assess(Address, facts.AppliedTo(activity)).Activities.Single().Deciding;
    }
}
