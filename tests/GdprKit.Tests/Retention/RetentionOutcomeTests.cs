using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionOutcomeTests
{
    private static readonly RetentionTerm.After OneMonth = After(Invoice, Period.FromMonths(1));

    private static readonly RetentionTerm.After SevenYears = After(Invoice, Period.FromYears(7), RetentionAnchor.EndOfCalendarYear);

    [Fact]
    public void What_must_be_kept_is_kept_through_the_end_and_may_go_on_the_day_after()
    {
        var outcome = Outcome(Rule(OneMonth, RetentionSide.MustKeep), Facts((Invoice, Day(2021, 1, 31))));

        outcome.Should().BeEquivalentTo(new { EndsOn = Day(2021, 2, 28), KeepUntil = Day(2021, 2, 28), FirstDeletable = Day(2021, 3, 1), DeleteBy = (LocalDate?)null });
        outcome.IsDueOn(Day(2021, 2, 28)).Should().BeFalse();
        outcome.IsDueOn(Day(2021, 3, 1)).Should().BeTrue();
    }

    [Fact]
    public void What_must_be_gone_goes_in_the_sweep_of_the_end_itself()
    {
        var outcome = Outcome(Rule(OneMonth, RetentionSide.MustBeGone), Facts((Invoice, Day(2021, 1, 31))));

        outcome.Should().BeEquivalentTo(new { EndsOn = Day(2021, 2, 28), KeepUntil = (LocalDate?)null, FirstDeletable = Day(2021, 2, 28), DeleteBy = Day(2021, 2, 28) });
        outcome.IsDueOn(Day(2021, 2, 27)).Should().BeFalse();
        outcome.IsDueOn(Day(2021, 2, 28)).Should().BeTrue();
        outcome.RunsOn(Day(2021, 2, 28)).Should().BeTrue("it may be held until the sweep");
        outcome.RunsOn(Day(2021, 3, 1)).Should().BeFalse();
    }

    [Fact]
    public void What_must_be_kept_and_gone_is_kept_through_the_end_and_goes_on_the_day_after()
    {
        var outcome = Outcome(Rule(OneMonth), Facts((Invoice, Day(2021, 1, 31))));

        outcome.Should().BeEquivalentTo(new { EndsOn = Day(2021, 2, 28), KeepUntil = Day(2021, 2, 28), FirstDeletable = Day(2021, 3, 1), DeleteBy = Day(2021, 3, 1) });
        outcome.RunsOn(Day(2021, 2, 28)).Should().BeTrue();
        outcome.RunsOn(Day(2021, 3, 1)).Should().BeFalse();
    }

    [Fact]
    public void Of_several_events_the_last_counts_in_whatever_order_they_are_listed()
    {
        var rule = Rule(OneMonth with { Events = [Invoice, Login] });

        var outcome = Outcome(rule, Facts((Login, Day(2021, 3, 5)), (Invoice, Day(2021, 6, 1)), (Invoice, Day(2020, 1, 1)), (Purchase, Day(2025, 1, 1)), (Login, null)));

        outcome.EndsOn.Should().Be(Day(2021, 7, 1));
        outcome.Steps.Should().Equal(new RetentionStep.EventUsed(Invoice, Day(2021, 6, 1)), new RetentionStep.PeriodAdded(Period.FromMonths(1), Day(2021, 7, 1)));
    }

    [Fact]
    public void The_fallback_counts_only_where_no_event_happened()
    {
        var rule = Rule(OneMonth with { Fallback = Purchase });

        var outcome = Outcome(rule, Facts((Purchase, Day(2025, 5, 31))));

        outcome.EndsOn.Should().Be(Day(2025, 6, 30));
        outcome.Steps.Should().StartWith(new RetentionStep.FallbackUsed(Purchase, Day(2025, 5, 31)));
        Outcome(rule, Facts((Purchase, Day(2025, 5, 31)), (Invoice, Day(2020, 1, 1)))).EndsOn.Should().Be(Day(2020, 2, 1));
    }

    [Fact]
    public void A_date_that_is_missing_keeps_the_item_and_is_reported()
    {
        var outcome = Outcome(Rule(OneMonth with { Fallback = Purchase }), Facts((Invoice, null), (Login, Day(2020, 1, 1))));

        outcome.Should().BeEquivalentTo(new { KeepUntil = (LocalDate?)null, FirstDeletable = (LocalDate?)null, DeleteBy = (LocalDate?)null, EndsOn = (LocalDate?)null });
        outcome.Obstacle.Should().Be(new RetentionObstacle.DateMissing([Invoice, Purchase]));
        outcome.Obstacle!.NeedsAttention.Should().BeTrue();
        outcome.IsDueOn(LocalDate.MaxIsoValue).Should().BeFalse();
        outcome.RunsOn(LocalDate.MaxIsoValue).Should().BeTrue();
    }

    [Fact]
    public void A_date_that_nobody_set_is_a_date_that_is_missing()
    {
        Outcome(Rule(OneMonth), Facts((Invoice, RetentionFacts.NoDay))).Obstacle.Should().Be(new RetentionObstacle.DateMissing([Invoice]));
        Outcome(Rule(OneMonth), Facts((Invoice, RetentionFacts.NoDay), (Invoice, Day(2020, 1, 1)))).EndsOn.Should().Be(Day(2020, 2, 1));
        Outcome(Rule(OneMonth), Facts((Invoice, Day(1, 1, 2)))).EndsOn.Should().Be(Day(1, 2, 2));
    }

    [Fact]
    public void An_event_in_the_future_counts_from_its_day()
    {
        Outcome(Rule(SevenYears), Facts((Invoice, Day(2300, 2, 1)))).FirstDeletable.Should().Be(Day(2308, 1, 1));
    }

    [Theory]
    [InlineData(RetentionSide.MustKeep)]
    [InlineData(RetentionSide.MustBeGone)]
    public void A_period_that_ends_beyond_the_calendar_never_deletes_and_is_reported(RetentionSide side)
    {
        var outcome = Outcome(Rule(SevenYears, side), Facts((Invoice, Day(9993, 1, 1))));

        outcome.FirstDeletable.Should().BeNull();
        outcome.IsDueOn(LocalDate.MaxIsoValue).Should().BeFalse();
        outcome.Obstacle.Should().Be(new RetentionObstacle.BeyondCalendar(Invoice, Day(9993, 1, 1)));
        outcome.Obstacle!.NeedsAttention.Should().BeTrue();
    }

    [Fact]
    public void An_outcome_shows_each_step_it_took()
    {
        Outcome(Rule(SevenYears), Facts((Invoice, Day(2016, 7, 14)))).Steps.Should().Equal(
            new RetentionStep.EventUsed(Invoice, Day(2016, 7, 14)),
            new RetentionStep.Anchored(RetentionAnchor.EndOfCalendarYear, Day(2016, 12, 31)),
            new RetentionStep.PeriodAdded(Period.FromYears(7), Day(2023, 12, 31)));
    }

    [Fact]
    public void The_latest_of_several_ends_counts_and_one_that_did_not_happen_does_not()
    {
        var rule = Rule(new RetentionTerm.LatestOf([SevenYears, After(Login, Period.FromDays(10)), After(Purchase, Period.FromYears(90))]));

        var outcome = Outcome(rule, Facts((Invoice, Day(2016, 7, 14)), (Login, Day(2023, 12, 25))));

        outcome.EndsOn.Should().Be(Day(2024, 1, 4));
        outcome.Steps.Should().Equal(
            new RetentionStep.EventUsed(Login, Day(2023, 12, 25)),
            new RetentionStep.PeriodAdded(Period.FromDays(10), Day(2024, 1, 4)),
            new RetentionStep.LatestChosen(2, Day(2024, 1, 4)));
        Outcome(rule, Facts((Login, Day(2023, 12, 25)))).Steps.Should().NotContain(step => step is RetentionStep.LatestChosen, "there was nothing to choose");
    }

    [Fact]
    public void Of_several_ends_of_which_none_happened_every_event_is_missing()
    {
        var rule = Rule(new RetentionTerm.LatestOf([SevenYears, After(Login, Period.Zero) with { Fallback = Purchase }, OneMonth]));

        Outcome(rule, Facts()).Obstacle.Should().Be(new RetentionObstacle.DateMissing([Invoice, Login, Purchase]));
    }

    [Fact]
    public void Of_several_ends_one_beyond_the_calendar_is_the_latest()
    {
        var rule = Rule(new RetentionTerm.LatestOf([After(Login, Period.Zero), SevenYears]));

        Outcome(rule, Facts((Login, Day(2020, 1, 1)), (Invoice, Day(9999, 1, 1)))).Obstacle.Should().Be(new RetentionObstacle.BeyondCalendar(Invoice, Day(9999, 1, 1)));
    }

    [Fact]
    public void Until_an_age_the_birthday_is_the_first_day_free()
    {
        var facts = Facts((Birth, Day(2008, 2, 29)));

        var outcome = Outcome(Rule(new RetentionTerm.UntilAge(Birth, 18), RetentionSide.MustKeep), facts);

        outcome.FirstDeletable.Should().Be(Day(2026, 3, 1));
        outcome.Steps.Should().Equal(new RetentionStep.EventUsed(Birth, Day(2008, 2, 29)), new RetentionStep.AgeCompleted(18, Day(2026, 2, 28)));
        Outcome(Rule(new RetentionTerm.UntilAge(Birth, 18), RetentionSide.MustBeGone), facts).DeleteBy.Should().Be(Day(2026, 2, 28));
        Outcome(Rule(new RetentionTerm.UntilAge(Birth, 18)), Facts()).Obstacle.Should().Be(new RetentionObstacle.DateMissing([Birth]));
        Outcome(Rule(new RetentionTerm.UntilAge(Birth, 18)), Facts((Birth, Day(9990, 1, 1)))).Obstacle.Should().Be(new RetentionObstacle.BeyondCalendar(Birth, Day(9990, 1, 1)));
    }

    [Fact]
    public void What_is_kept_without_end_never_goes_and_needs_nobody()
    {
        var outcome = Outcome(Rule(new RetentionTerm.Indefinitely(LocalizedText.Of("archief", "archive"))), Facts());

        outcome.Obstacle.Should().Be(new RetentionObstacle.Indefinite());
        outcome.Obstacle!.NeedsAttention.Should().BeFalse();
        outcome.FirstDeletable.Should().BeNull();
    }

    [Fact]
    public void What_is_without_end_is_never_archived_either()
    {
        var rule = Rule(new RetentionTerm.Indefinitely(LocalizedText.Of("archief", "archive"))) with { Then = DisposalAction.Archive };

        Outcome(rule, Facts()).Obstacle.Should().Be(new RetentionObstacle.Indefinite());
    }
}
