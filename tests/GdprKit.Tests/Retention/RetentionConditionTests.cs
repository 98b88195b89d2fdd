using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionConditionTests
{
    private static readonly LocalDate Today = Day(2025, 1, 1);

    private static readonly RetentionTerm.After SevenYears = After(Invoice, Period.FromYears(7), RetentionAnchor.EndOfCalendarYear);

    [Theory]
    [InlineData(RetentionSide.MustKeep, 2017)]
    [InlineData(RetentionSide.Both, 2017)]
    [InlineData(RetentionSide.MustBeGone, 2017)]
    public void A_rule_becomes_one_comparison_with_a_date(RetentionSide side, int year)
    {
        Alone(Rule(SevenYears, side), Today).Should().Be(new RetentionCondition.Through([Invoice], null, Day(year, 12, 31)));
    }

    [Fact]
    public void What_must_be_gone_is_due_on_the_end_itself_and_what_must_be_kept_a_day_later()
    {
        var end = Day(2024, 12, 31);

        Alone(Rule(SevenYears, RetentionSide.MustBeGone), end).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)));
        Alone(Rule(SevenYears, RetentionSide.MustKeep), end).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2016, 12, 31)));
        Alone(Rule(SevenYears, RetentionSide.Both), end).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2016, 12, 31)));
    }

    [Fact]
    public void Events_and_fallback_are_compared_with_one_date()
    {
        var cutoff = Alone(Rule(After(Invoice, Period.FromDays(10)) with { Events = [Invoice, Login], Fallback = Purchase }), Today);

        cutoff.Should().Be(new RetentionCondition.Through([Invoice, Login], Purchase, Day(2024, 12, 21)));
        Met(cutoff, (Invoice, Day(2020, 1, 1)), (Login, Day(2024, 12, 21))).Should().BeTrue();
        Met(cutoff, (Invoice, Day(2020, 1, 1)), (Login, Day(2024, 12, 22))).Should().BeFalse();
        Met(cutoff, (Invoice, Day(2024, 12, 22)), (Purchase, Day(2020, 1, 1))).Should().BeFalse("the fallback does not count");
        Met(cutoff, (Purchase, Day(2024, 12, 21))).Should().BeTrue();
        Met(cutoff, (Purchase, Day(2024, 12, 22))).Should().BeFalse();
        Met(cutoff, (Birth, Day(1970, 1, 1))).Should().BeFalse("a missing date is never due");
        Met(cutoff, (Invoice, RetentionFacts.NoDay)).Should().BeFalse("a date that nobody set is never due");
    }

    [Fact]
    public void The_latest_of_several_ends_is_due_when_all_are_that_happened()
    {
        var cutoff = Alone(Rule(new RetentionTerm.LatestOf([SevenYears, After(Login, Period.Zero), After(Purchase, Period.FromYears(3000))])), Today);

        cutoff.Should().Be(new RetentionCondition.LatestThrough(
        [
            new([Invoice], null, Day(2017, 12, 31)),
            new([Login], null, Day(2024, 12, 31)),
            new([Purchase], null, RetentionFacts.NoDay),
        ]));
        Met(cutoff, (Invoice, Day(2017, 12, 31))).Should().BeTrue();
        Met(cutoff, (Invoice, Day(2017, 12, 31)), (Login, Day(2025, 1, 1))).Should().BeFalse();
        Met(cutoff, (Invoice, Day(2018, 1, 1)), (Login, Day(2020, 1, 1))).Should().BeFalse();
        Met(cutoff, (Login, Day(2024, 12, 31)), (Purchase, Day(1, 1, 2))).Should().BeFalse("that end lies far ahead");
        Met(cutoff).Should().BeFalse("nothing happened");
    }

    [Fact]
    public void Nothing_is_due_while_no_date_can_be()
    {
        var centuries = After(Invoice, Period.FromYears(3000));

        Alone(Rule(centuries), Today).Should().Be(new RetentionCondition.NothingDue());
        Alone(Rule(new RetentionTerm.LatestOf([centuries, centuries])), Today).Should().Be(new RetentionCondition.NothingDue());
        Alone(Rule(new RetentionTerm.UntilAge(Birth, 3000)), Today).Should().Be(new RetentionCondition.NothingDue());
        Alone(Rule(new RetentionTerm.Indefinitely(LocalizedText.Empty)), Today).Should().Be(new RetentionCondition.NothingDue());
        Met(new RetentionCondition.NothingDue()).Should().BeFalse();
    }

    [Fact]
    public void An_age_becomes_a_date_of_birth()
    {
        Alone(Rule(new RetentionTerm.UntilAge(Birth, 18)), Day(2026, 2, 28)).Should().Be(new RetentionCondition.Through([Birth], null, Day(2008, 2, 28)));
        Alone(Rule(new RetentionTerm.UntilAge(Birth, 18)), Day(2026, 3, 1)).Should().Be(new RetentionCondition.Through([Birth], null, Day(2008, 3, 1)));
    }

    [Fact]
    public void Consent_becomes_a_comparison_with_the_day_on_which_it_ended()
    {
        var activity = Activity("newsletter", Rule(new RetentionTerm.WhileConsentStands(), RetentionSide.MustBeGone), Rule(new RetentionTerm.WhileConsentStands())).OnConsent();

        var cutoff = Only(activity, Today);

        cutoff.Should().Be(new RetentionCondition.ConsentEnded(activity.Key, Day(2024, 12, 31)));
        Ended(Day(2024, 12, 31)).Should().BeTrue();
        Ended(Today).Should().BeFalse();
        Ended(null).Should().BeFalse();
        Met(cutoff).Should().BeFalse("the consent is not known");

        bool Ended(LocalDate? on) => cutoff.IsMetBy(Facts() with { Consents = [new ConsentStanding(activity.Key, on)] });
    }

    [Fact]
    public void A_period_on_consent_is_due_by_its_end_or_by_the_end_of_the_consent()
    {
        var activity = Activity("talent-pool", Rule(SevenYears)).OnConsent();

        Only(activity, Today).Should().Be(new RetentionCondition.AnyOf(
            [new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)), new RetentionCondition.ConsentEnded(activity.Key, Day(2024, 12, 31))]));
    }

    [Fact]
    public void A_field_is_due_when_every_activity_that_applies_lets_it_go()
    {
        var orders = Activity("orders", Rule(After(Purchase, Period.FromYears(2)), RetentionSide.MustBeGone));
        var books = Activity("books", Rule(SevenYears));

        var cutoff = Schedule(orders, books).DueOn(Address, Today);

        var purchased = new RetentionCondition.Through([Purchase], null, Day(2023, 1, 1));
        var invoiced = new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31));
        cutoff.Should().Be(new RetentionCondition.AllOf(
        [
            new RetentionCondition.AnyOf([new RetentionCondition.Applies(books.Key), new RetentionCondition.Applies(orders.Key)]),
            new RetentionCondition.AnyOf([new RetentionCondition.DoesNotApply(books.Key), invoiced]),
            new RetentionCondition.AnyOf([new RetentionCondition.DoesNotApply(orders.Key), purchased]),
        ]));
        var facts = Facts((Purchase, Day(2020, 1, 1)), (Invoice, Day(2020, 1, 1)));
        cutoff.IsMetBy(facts.AppliedTo(orders)).Should().BeTrue();
        cutoff.IsMetBy(facts.AppliedTo(books)).Should().BeFalse();
        cutoff.IsMetBy(facts.AppliedTo(orders, books)).Should().BeFalse();
        cutoff.IsMetBy(facts).Should().BeFalse("nobody can say since when");
    }

    [Fact]
    public void Two_cutoffs_for_one_date_become_one()
    {
        var shorter = Rule(After(Invoice, Period.FromYears(2)), RetentionSide.MustKeep);
        var longer = Rule(SevenYears, RetentionSide.MustKeep);

        Only(Activity("books", shorter, longer), Today).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)));
        Only(Activity("books", longer, shorter), Today).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)));
    }

    [Fact]
    public void Versions_of_a_rule_about_one_event_stay_one_comparison_on_every_day()
    {
        var change = Day(2025, 1, 1);
        var before = Rule(After(Invoice, Period.FromYears(10), RetentionAnchor.EndOfCalendarYear), RetentionSide.MustKeep) with { Effective = new EffectiveInterval(Until: change) };
        var after = Rule(After(Invoice, Period.FromYears(8), RetentionAnchor.EndOfCalendarYear), RetentionSide.MustKeep) with { Effective = new EffectiveInterval(From: change) };
        var books = Activity("books", before, after);

        Only(books, change.PlusDays(-1)).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2013, 12, 31)));
        Only(books, change).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2016, 12, 31)));
    }

    [Fact]
    public void Versions_of_a_rule_about_different_events_are_split_by_what_each_lets_go()
    {
        var change = Day(2025, 1, 1);
        var before = Rule(SevenYears) with { Effective = new EffectiveInterval(Until: change) };
        var after = Rule(After(Purchase, Period.FromYears(2))) with { Effective = new EffectiveInterval(From: change) };

        Only(Activity("books", before, after), Day(2030, 1, 1)).Should().Be(new RetentionCondition.AnyOf(
        [
            new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)),
            new RetentionCondition.Through([Purchase], null, Day(2027, 12, 31)),
        ]));
    }

    [Fact]
    public void Before_its_first_rule_is_in_force_nothing_is_due_and_after_its_last_only_what_that_let_go()
    {
        var first = Rule(SevenYears) with { Effective = new EffectiveInterval(From: Day(2025, 1, 1)) };
        var last = Rule(SevenYears) with { Effective = new EffectiveInterval(Until: Day(2025, 1, 1)) };

        Only(Activity("books", first), Day(2024, 12, 31)).Should().Be(new RetentionCondition.NothingDue());
        Only(Activity("books", first), Day(2025, 1, 1)).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)));
        Only(Activity("books", last), Day(2024, 12, 31)).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2016, 12, 31)));
        Only(Activity("books", last), Day(2050, 1, 1)).Should().Be(new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31)));
    }

    [Fact]
    public void Leaving_daily_use_is_due_before_going()
    {
        var books = Activity(
            "books",
            Rule(After(Invoice, Period.FromYears(2)), key: "in-use") with { Then = DisposalAction.Archive },
            Rule(SevenYears, key: "archived"));
        var applies = new RetentionCondition.Applies(books.Key);

        Schedule(books).OutOfDailyUseOn(Address, Today).Should().Be(new RetentionCondition.AllOf([applies, new RetentionCondition.Through([Invoice], null, Day(2022, 12, 31))]));
        Schedule(books).DueOn(Address, Today).Should().Be(new RetentionCondition.AllOf([applies, new RetentionCondition.Through([Invoice], null, Day(2017, 12, 31))]));
    }

    private static RetentionCondition Alone(RetentionRule rule, LocalDate today) => Only(Activity("activity", rule), today);

    /// <summary>The condition for those to whom the activity applies.</summary>
    private static RetentionCondition Only(ProcessingActivity activity, LocalDate today)
    {
        var cutoff = Schedule(activity).DueOn(Address, today);
        var others = ((cutoff as RetentionCondition.AllOf)?.Conditions ?? [cutoff]).Where(condition => condition is not RetentionCondition.Applies).ToValueList();
        return others.Count == 1 ? others[0] : new RetentionCondition.AllOf(others);
    }

    private static bool Met(RetentionCondition cutoff, params IEnumerable<(Key<RetentionEvent> Event, LocalDate? On)> events) => cutoff.IsMetBy(Facts(events));
}
