using GdprKit.Retention;
using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionScheduleTests
{
    private static readonly LocalDate Happened = Day(2020, 5, 1);

    private static readonly RetentionFacts Known = Facts((Invoice, Happened));

    [Fact]
    public void A_field_is_needed_while_any_activity_that_applies_needs_it()
    {
        var orders = Activity("orders", Years(2));
        var claims = Activity("claims", Years(5));
        var schedule = Schedule(orders, claims);

        var both = schedule.Assess(Address, Known.AppliedTo(claims, orders));

        both.FirstDeletable.Should().Be(Day(2025, 5, 2));
        both.Deciding!.Activity.Should().Be(claims.Key);
        both.Activities.Select(activity => activity.NeedsOn(Day(2023, 1, 1))).Should().Equal(true, false);
        schedule.Assess(Address, Known.AppliedTo(orders)).FirstDeletable.Should().Be(Day(2022, 5, 2));
    }

    [Fact]
    public void A_field_to_which_nothing_applies_is_kept()
    {
        var field = Schedule(Activity("orders", Years(2))).Assess(Address, Known);

        field.Should().BeEquivalentTo(new { FirstDeletable = (LocalDate?)null, KeepUntil = (LocalDate?)null, DeleteBy = (LocalDate?)null, Deciding = (RetentionOutcome?)null });
        field.IsDueOn(Day(2100, 1, 1)).Should().BeFalse();
        field.IsHeldOn(Day(2100, 1, 1)).Should().BeTrue();
        field.IsOutOfDailyUseOn(Day(2100, 1, 1)).Should().BeFalse();
    }

    [Fact]
    public void A_missing_date_of_one_activity_keeps_the_field_and_is_reported()
    {
        var orders = Activity("orders", Years(2));
        var accounts = Activity("accounts", Rule(After(Login, Period.FromYears(1))));

        var field = Schedule(orders, accounts).Assess(Address, Known.AppliedTo(orders, accounts));

        field.FirstDeletable.Should().BeNull();
        field.KeepUntil.Should().BeNull();
        field.Deciding!.Activity.Should().Be(accounts.Key);
        field.Unresolved.Should().ContainSingle().Which.Obstacle.Should().Be(new RetentionObstacle.DateMissing([Login]));
    }

    [Fact]
    public void What_must_be_kept_is_told_apart_from_what_may_still_be_used()
    {
        var keeping = Activity("keeping", Years(2, RetentionSide.MustKeep));
        var using_ = Activity("using", Years(5, RetentionSide.MustBeGone));

        var field = Schedule(keeping, using_).Assess(Address, Known.AppliedTo(keeping, using_));

        field.KeepUntil.Should().Be(Day(2022, 5, 1));
        field.FirstDeletable.Should().Be(Day(2025, 5, 1));
        field.DeleteBy.Should().Be(Day(2025, 5, 1));
    }

    [Fact]
    public void A_rule_is_about_the_categories_it_names()
    {
        var other = new Key<DataCategory>("other");
        var activity = Activity("orders", Years(2), Years(7, RetentionSide.MustKeep, RetentionStrength.Statute) with { Categories = [other] }) with { Categories = [Address, other] };
        var schedule = Schedule(activity);

        schedule.Assess(Address, Known.AppliedTo(activity)).FirstDeletable.Should().Be(Day(2022, 5, 2));
        schedule.Assess(other, Known.AppliedTo(activity)).FirstDeletable.Should().Be(Day(2027, 5, 2));
    }

    [Fact]
    public void A_category_that_no_activity_uses_is_refused_with_a_remedy()
    {
        var schedule = Schedule(Activity("orders", Years(2)));

        schedule.Invoking(it => it.Assess(new Key<DataCategory>("shoe-size"), Known)).Should().Throw<KeyNotFoundException>()
            .WithMessage("GDPR1070: no activity uses the category 'shoe-size', so nothing says how long it is kept. Use the key of a category that an activity uses.");
        schedule.Invoking(it => it.DueOn(new Key<DataCategory>("shoe-size"), Happened)).Should().Throw<KeyNotFoundException>();
    }

    public static TheoryData<string, RetentionRule[], LocalDate> Authorities => new()
    {
        { "a statute's must-keep beats a shorter period of one's own", [Years(2), Years(7, RetentionSide.MustKeep, RetentionStrength.Statute)], Day(2027, 5, 2) },
        { "a statute's must-keep does not shorten a longer one", [Years(10), Years(7, RetentionSide.MustKeep, RetentionStrength.Statute)], Day(2030, 5, 2) },
        { "a statute's must-be-gone cuts off a longer period of one's own", [Years(10), Years(1, RetentionSide.MustBeGone, RetentionStrength.Statute)], Day(2021, 5, 1) },
        { "a statute's must-be-gone does not lengthen a shorter one", [Years(1), Years(3, RetentionSide.MustBeGone, RetentionStrength.Statute)], Day(2021, 5, 2) },
        { "a statute that says both replaces a longer period", [Years(10), Years(7, RetentionSide.Both, RetentionStrength.Statute)], Day(2027, 5, 2) },
        { "a guideline's must-be-gone cuts off what one demands of oneself", [Years(10, RetentionSide.MustKeep), Years(1, RetentionSide.MustBeGone, RetentionStrength.Guideline)], Day(2021, 5, 1) },
        { "a statute's must-keep beats a guideline's must-be-gone", [Years(1, RetentionSide.MustBeGone, RetentionStrength.Guideline), Years(7, RetentionSide.MustKeep, RetentionStrength.Statute)], Day(2027, 5, 2) },
        { "between its least and its most a period ends with the most", [Years(1, RetentionSide.MustKeep), Years(3, RetentionSide.MustBeGone)], Day(2023, 5, 1) },
        { "of two periods of one authority the longer is needed", [Years(1), Years(3)], Day(2023, 5, 2) },
        { "of two bounds of one authority the stricter counts", [Years(1, RetentionSide.MustBeGone), Years(3, RetentionSide.MustBeGone)], Day(2021, 5, 1) },
        { "of one authority keeping goes before going", [Years(3, RetentionSide.MustKeep), Years(1, RetentionSide.MustBeGone)], Day(2023, 5, 2) },
    };

    [Theory]
    [MemberData(nameof(Authorities))]
    public void The_stronger_authority_decides(string why, RetentionRule[] rules, LocalDate free)
    {
        var activity = Activity("orders", rules);
        Schedule(activity).Assess(Address, Known.AppliedTo(activity)).FirstDeletable.Should().Be(free, why);

        var reversed = Activity("orders", [.. rules.Reverse()]);
        Schedule(reversed).Assess(Address, Known.AppliedTo(reversed)).FirstDeletable.Should().Be(free, why);
    }

    [Fact]
    public void A_law_that_was_chosen_over_another_cuts_it_off_where_its_activity_applies()
    {
        var books = Activity("books", Years(7, RetentionSide.MustKeep, RetentionStrength.Statute) with { Key = new("keep-books") });
        var cameras = Activity("cameras", Years(1, RetentionSide.MustBeGone, RetentionStrength.Statute) with { Key = new("erase-images") });
        var chosen = Choosing(new("erase-images"), new("keep-books"), books, cameras);

        chosen.Assess(Address, Known.AppliedTo(books, cameras)).FirstDeletable.Should().Be(Day(2021, 5, 1));
        chosen.Assess(Address, Known.AppliedTo(books)).FirstDeletable.Should().Be(Day(2027, 5, 2));
        Choosing(new("keep-books"), new("erase-images"), books, cameras).Assess(Address, Known.AppliedTo(books, cameras)).FirstDeletable.Should().Be(Day(2027, 5, 2));
    }

    [Fact]
    public void A_law_that_was_chosen_for_a_time_or_for_other_data_cuts_nothing_off_beyond_them()
    {
        var other = new Key<DataCategory>("other");
        var keep = Years(7, RetentionSide.MustKeep, RetentionStrength.Statute) with { Key = new("keep") };
        var erase = Years(1, RetentionSide.MustBeGone, RetentionStrength.Statute) with { Key = new("erase") };

        Chosen(erase).Should().Be(Day(2021, 5, 1));
        Chosen(erase with { Effective = new EffectiveInterval(From: Day(2000, 1, 1)) }).Should().Be(Day(2027, 5, 2));
        Chosen(erase with { Effective = new EffectiveInterval(Until: Day(2900, 1, 1)) }).Should().Be(Day(2027, 5, 2));
        Chosen(erase with { Categories = [other] }).Should().Be(Day(2027, 5, 2));

        LocalDate? Chosen(RetentionRule prevailing)
        {
            var activity = Activity("orders", keep, prevailing) with { Categories = [Address, other] };
            return Choosing(prevailing.Key, keep.Key, activity).Assess(Address, Known.AppliedTo(activity)).FirstDeletable;
        }
    }

    private static RetentionSchedule Choosing(Key<RetentionRule> prevails, Key<RetentionRule> yields, params ReadOnlySpan<ProcessingActivity> activities) =>
        new(new DeclaredActivities([.. activities], [new RuleConflictChoice(prevails, yields, LocalizedText.Empty)]), CalendarYears);

    private static RetentionRule Years(int years, RetentionSide side = RetentionSide.Both, RetentionStrength strength = RetentionStrength.Own) =>
        Rule(After(Invoice, Period.FromYears(years)), side, strength, key: $"{years}-{side}-{strength}".ToLowerInvariant());
}
