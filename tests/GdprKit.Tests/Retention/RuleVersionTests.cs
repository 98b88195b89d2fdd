using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

/// <summary>Laws change: from a day on, a later version is about what the earlier one still keeps.</summary>
public sealed class RuleVersionTests
{
    private static readonly LocalDate Change = Day(2025, 1, 1);

    private static readonly RetentionRule TenYears = Version(10, "before", until: Change);

    private static readonly RetentionRule EightYears = Version(8, "after", from: Change);

    [Fact]
    public void A_shorter_version_frees_on_its_first_day_what_it_would_have_freed_before()
    {
        var outcome = Assess(Day(2015, 6, 1), TenYears, EightYears);

        outcome.FirstDeletable.Should().Be(Change);
        outcome.KeepUntil.Should().Be(Day(2024, 12, 31));
        outcome.Rule.Should().Be(EightYears);
        outcome.Steps.Should().EndWith([new RetentionStep.InForceFrom(Change), new RetentionStep.NotBefore(Change)]);
    }

    [Fact]
    public void A_shorter_version_counts_for_what_happened_later()
    {
        var outcome = Assess(Day(2018, 6, 1), TenYears, EightYears);

        outcome.FirstDeletable.Should().Be(Day(2027, 1, 1));
        outcome.Steps.Should().EndWith(new RetentionStep.InForceFrom(Change));
    }

    [Fact]
    public void A_version_does_not_call_back_what_the_earlier_one_let_go()
    {
        var longer = Version(20, "after", from: Change);

        Assess(Day(2013, 6, 1), TenYears, longer).FirstDeletable.Should().Be(Day(2024, 1, 1));
        Assess(Day(2014, 6, 1), TenYears, longer).FirstDeletable.Should().Be(Change, "it ended on the day before");
        Assess(Day(2015, 6, 1), TenYears, longer).FirstDeletable.Should().Be(Day(2036, 1, 1));
    }

    [Fact]
    public void What_may_still_be_held_on_the_day_of_change_falls_under_the_later_version()
    {
        var before = Rule(After(Invoice, Period.FromDays(10)), RetentionSide.MustBeGone, key: "before") with { Effective = new EffectiveInterval(Until: Change) };
        var after = Rule(After(Invoice, Period.FromDays(30)), RetentionSide.MustBeGone, key: "after") with { Effective = new EffectiveInterval(From: Change) };

        Assess(Change.PlusDays(-11), before, after).DeleteBy.Should().Be(Change.PlusDays(-1));
        Assess(Change.PlusDays(-10), before, after).DeleteBy.Should().Be(Change.PlusDays(20));
        Assess(Change.PlusDays(-5), before, after with { Term = After(Invoice, Period.FromDays(1)) }).DeleteBy.Should().Be(Change);
    }

    [Fact]
    public void Each_version_of_several_takes_over_from_the_one_before_it()
    {
        var second = EightYears with { Effective = new EffectiveInterval(Change, Day(2027, 1, 1)) };
        var third = Version(12, "third", from: Day(2027, 1, 1));

        Assess(Day(2017, 6, 1), TenYears, second, third).FirstDeletable.Should().Be(Day(2026, 1, 1), "the second let it go");
        Assess(Day(2018, 6, 1), TenYears, second, third).FirstDeletable.Should().Be(Day(2027, 1, 1), "its period ended on the day before");
        Assess(Day(2019, 6, 1), third, TenYears, second).FirstDeletable.Should().Be(Day(2032, 1, 1));
    }

    [Fact]
    public void A_longer_version_is_not_about_what_lingers_for_another_reason()
    {
        var own = Rule(After(Invoice, Period.FromYears(15)), key: "own");
        var longer = Version(30, "after", from: Change);

        Assess(Day(2013, 6, 1), own, TenYears, longer).FirstDeletable.Should().Be(Day(2028, 6, 2));
        Assess(Day(2015, 6, 1), own, TenYears, longer).FirstDeletable.Should().Be(Day(2046, 1, 1));
    }

    [Fact]
    public void A_law_that_is_not_in_force_yet_keeps_nothing_before_that()
    {
        var own = Rule(After(Invoice, Period.FromYears(2)), key: "own");
        var law = Version(20, "law", from: Change);

        Assess(Day(2022, 6, 1), own, law).FirstDeletable.Should().Be(Day(2024, 6, 2));
        Assess(Day(2023, 6, 1), own, law).FirstDeletable.Should().Be(Day(2044, 1, 1));
    }

    [Fact]
    public void A_law_that_is_repealed_keeps_until_then()
    {
        var own = Rule(After(Invoice, Period.FromYears(2)), key: "own");

        Assess(Day(2020, 6, 1), own, TenYears).FirstDeletable.Should().Be(Change);
        Assess(Day(2024, 6, 1), own, TenYears).FirstDeletable.Should().Be(Day(2026, 6, 2));
        Assess(Day(2010, 6, 1), own, TenYears).FirstDeletable.Should().Be(Day(2021, 1, 1));
    }

    [Fact]
    public void Where_no_rule_takes_its_place_what_it_kept_is_kept_and_reported()
    {
        Assess(Day(2013, 6, 1), TenYears).FirstDeletable.Should().Be(Day(2024, 1, 1));

        var kept = Assess(Day(2015, 6, 1), TenYears);
        kept.FirstDeletable.Should().BeNull();
        kept.Obstacle.Should().Be(new RetentionObstacle.NoRuleInForce(Change));
        kept.Obstacle!.NeedsAttention.Should().BeTrue();
    }

    [Fact]
    public void Before_the_first_rule_is_in_force_nothing_goes()
    {
        var outcome = Assess(Day(2010, 6, 1), EightYears);

        outcome.FirstDeletable.Should().Be(Change);
        outcome.IsDueOn(Change.PlusDays(-1)).Should().BeFalse();
        outcome.Steps.Should().EndWith(new RetentionStep.NotBefore(Change));
    }

    [Fact]
    public void A_gap_between_two_rules_keeps_until_the_second()
    {
        var later = EightYears with { Effective = new EffectiveInterval(From: Day(2026, 1, 1)) };

        Assess(Day(2015, 6, 1), TenYears, later).FirstDeletable.Should().Be(Day(2026, 1, 1));
        Assess(Day(2013, 6, 1), TenYears, later).FirstDeletable.Should().Be(Day(2024, 1, 1));
    }

    [Fact]
    public void A_missing_date_under_the_earlier_version_is_decided_by_the_later_one()
    {
        var before = TenYears with { Term = After(Login, Period.FromYears(1)) };

        Assess(Day(2010, 6, 1), before, EightYears).FirstDeletable.Should().Be(Change);
    }

    [Fact]
    public void A_sequence_of_rules_that_runs_backwards_is_of_no_effect()
    {
        var never = EightYears with { Effective = new EffectiveInterval(Change, Change) };

        Assess(Day(2018, 6, 1), TenYears with { Effective = default }, never).FirstDeletable.Should().Be(Day(2029, 1, 1));
    }

    private static RetentionRule Version(int years, string key, LocalDate? from = null, LocalDate? until = null) =>
        Rule(After(Invoice, Period.FromYears(years), RetentionAnchor.EndOfCalendarYear), RetentionSide.MustKeep, RetentionStrength.Statute, key) with
        {
            Effective = new EffectiveInterval(from, until),
        };

    private static RetentionOutcome Assess(LocalDate invoiced, params ReadOnlySpan<RetentionRule> rules)
    {
        var activity = Activity("books", rules);
        return Schedule(activity).Assess(Address, Facts((Invoice, invoiced)).AppliedTo(activity)).Deciding!;
    }
}
