using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RetentionFaultTests
{
    private static readonly LocalizedText Text = LocalizedText.Of("tekst", "text");

    [Fact]
    public void Every_category_of_an_activity_has_a_period() =>
        Judgement.With(register => register.Activity(Staff, activity => activity with { Retention = [activity.Retention[0]] })).Should().Equal(
            "GDPR4160 /activities/staff/retention: Nothing says how long the category 'citizen-number' is kept (Art. 5(1)(e), 13(2)(a)). Call Keep(…), or write a rule about it in 'retention' in the register file.",
            "GDPR4160 /activities/staff/retention: Nothing says how long the category 'name' is kept (Art. 5(1)(e), 13(2)(a)). Call Keep(…), or write a rule about it in 'retention' in the register file.");

    [Fact]
    public void A_period_holds_on_every_day()
    {
        Effective((null, "2020-01-01"), ("2021-01-01", "2025-01-01")).Should().Equal(
            Gap("from 2020-01-01 until 2021-01-01"), Gap("from 2025-01-01 on"));
        Effective(("2020-01-01", null)).Should().Equal(Gap("before 2020-01-01"));
        Effective(("2021-01-01", null), (null, "2023-01-01"), (null, "2020-01-01")).Should().BeEmpty();

        static string Gap(string when) => $"GDPR4161 /activities/newsletter/retention: No rule says how long the category 'email-address' is kept {when} (Art. 5(1)(e)). Let the rules about it follow each other without a gap: change Effective(…) or 'effective', or add a rule.";
    }

    [Theory]
    [InlineData("2025-01-01", "2025-01-01")]
    [InlineData("2025-01-01", "2024-01-01")]
    public void A_rule_that_never_applies_is_refused(string from, string until)
    {
        Effective((from, until)).Should().Equal(
            "GDPR4175 /activities/newsletter/retention/rule-0/effective: The rule never applies: its last day lies before its first. Let 'until', the first day on which it no longer applies, lie after 'from'.");
    }

    [Fact]
    public void A_rule_says_when_the_period_ends() =>
        Judgement.Besides(register => register.Change(Orders, orders => orders with { Retention = [orders.Retention[0] with { Term = null! }] })).Should().Contain(
            "GDPR4162 /activities/orders/retention/orders/after: The rule does not say when the period ends (Art. 5(1)(e)). Call For(period) with After(event), or UntilLatestOf(…), UntilAge(…), WhileConsentStands() or Indefinitely(reason); in the register file write 'after', 'latestOf', 'untilAge', 'whileConsentStands' or 'indefinitely'.");

    [Fact]
    public void A_period_runs_from_an_event() =>
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = ((RetentionTerm.After)rule.Term) with { Events = [] } })).Should().Equal(
            "GDPR4163 /activities/claims/retention/claims/after/events: The rule does not say from which event the period runs. Call After(event) or AfterEndOf…(event), or write 'events' in the register file.");

    [Fact]
    public void The_latest_of_one_end_is_no_choice() =>
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = new RetentionTerm.LatestOf([(RetentionTerm.After)rule.Term]) })).Should().Equal(
            "GDPR4170 /activities/claims/retention/claims/latestOf: The latest of several ends needs two or more. Add an end, or use After(…) or 'after' for a single one.");

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(151)]
    public void An_age_is_one_that_people_reach(int age)
    {
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = new RetentionTerm.UntilAge(InvoiceDate, age) })).Should().Equal(
            $"GDPR4171 /activities/claims/retention/claims/untilAge/age: {age} is not an age at which a period ends. Use 1 to 150 years.");
    }

    [Fact]
    public void Only_consent_can_stand() =>
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = new RetentionTerm.WhileConsentStands() })).Should().Equal(
            "GDPR4172 /activities/claims/retention/claims/whileConsentStands: The rule keeps data as long as consent stands, but the activity does not rest on consent. Call OnConsent() or write \"basis\": { \"type\": \"consent\" }, or let the period end otherwise.");

    [Fact]
    public void A_deadline_comes() =>
        Judgement.With(register => register.Rule(Claims, rule => rule with { Term = new RetentionTerm.Indefinitely(Text), Side = RetentionSide.MustBeGone })).Should().Equal(
            "GDPR4173 /activities/claims/retention/claims/side: The rule demands that data are gone at an end that never comes. Remove AtMost() or 'side', or let the period end.");

    [Fact]
    public void A_law_or_a_guideline_is_named()
    {
        Judgement.With(register => register.Rule(Claims, rule => rule with { Strength = RetentionStrength.Statute })).Should().Equal(
            "GDPR4174 /activities/claims/retention/claims/source: The rule rests on a law and does not name it. Call Statute(law), or write 'source' in the register file.");
        Judgement.With(register => register.Rule(Claims, rule => rule with { Strength = RetentionStrength.Guideline, Source = new Citation("") })).Should().Equal(
            "GDPR4174 /activities/claims/retention/claims/source: The rule rests on a guideline and does not name it. Call Guideline(guideline), or write 'source' in the register file.");
    }

    [Fact]
    public void What_is_archived_goes_from_the_archive()
    {
        const string Line = "GDPR4176 /activities/newsletter/retention/rule-0/then: The rule archives the category 'email-address', and no later rule of the activity says when it goes from the archive (Art. 5(1)(e)). Call Keep(…) for the time in the archive too, or write a second rule in 'retention' in the register file.";
        var archive = After(2) with { Then = DisposalAction.Archive };

        Rules(archive).Should().Equal(Line);
        Rules(archive, After(1)).Should().Equal(Line);
        Rules(archive, After(2)).Should().Equal(Line);
        Rules(archive, After(3)).Should().BeEmpty();
        Rules(archive, After(1) with { Term = new RetentionTerm.WhileConsentStands() }).Should().BeEmpty();
        Rules(archive, After(1) with { Term = new RetentionTerm.Indefinitely(Text) }).Should().BeEmpty();
    }

    [Fact]
    public void A_rule_is_about_categories_of_its_activity() =>
        Judgement.With(register => register.Rule(Newsletter, rule => rule with { Categories = [EmailAddress, Name] })).Should().Equal(
            "GDPR4177 /activities/newsletter/retention/newsletter/categories/1: The rule is about the category 'name', which the activity does not use. Add it to the activity with Uses(…) or 'categories', or remove it from the rule.");

    private static IReadOnlyList<string> Effective(params (string? From, string? Until)[] intervals) =>
        Rules([.. intervals.Select(interval => After(1) with { Effective = new EffectiveInterval(Day(interval.From), Day(interval.Until)) })]);

    private static LocalDate? Day(string? date) => date is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(date).Value;

    private static RetentionRule After(int years) => new()
    {
        Key = default,
        Term = new RetentionTerm.After { Events = [LastPurchase], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(years) },
        Side = RetentionSide.Both,
        Then = DisposalAction.Delete,
        Strength = RetentionStrength.Own,
    };

    private static IReadOnlyList<string> Rules(params RetentionRule[] rules) => Judgement.With(register => register.Activity(Newsletter, activity => activity with
    {
        Retention = rules.Select((rule, index) => rule with { Key = new($"rule-{index}") }).ToValueList(),
    }));
}
