using GdprKit.Retention;
using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

/// <summary>What no map dates is not what never happened: a period that it could move has no end that anybody knows.</summary>
public sealed class UndatedEventTests
{
    private static readonly LocalDate LongAgo = Day(1990, 1, 1);

    private static readonly Period TwoYears = Period.FromYears(2);

    [Fact]
    public void The_last_of_several_events_is_not_known_while_one_of_them_has_no_date()
    {
        KeptFor(Rule(After(Purchase, TwoYears) with { Events = [Login, Purchase] }), dated: Purchase).Should().Equal(Login);
    }

    [Fact]
    public void A_fallback_does_not_stand_in_for_an_event_without_a_date()
    {
        KeptFor(Rule(After(Purchase, TwoYears) with { Fallback = Login }), dated: Login).Should().Equal(Purchase);
    }

    [Fact]
    public void A_fallback_without_a_date_keeps_nothing_of_what_has_the_event_itself()
    {
        var rule = Rule(After(Purchase, TwoYears) with { Fallback = Login });

        KeptFor(rule, dated: Purchase).Should().BeEmpty();
    }

    [Fact]
    public void Of_several_ends_one_without_a_date_may_be_the_latest()
    {
        var ends = new RetentionTerm.LatestOf([After(Purchase, TwoYears), After(Invoice, TwoYears) with { Fallback = Login }]);

        KeptFor(Rule(ends), Purchase, Invoice).Should().Equal(Login);
        KeptFor(Rule(ends), Purchase, Login).Should().Equal(Invoice);
        KeptFor(Rule(ends), Purchase, Login, Invoice).Should().BeEmpty();
    }

    [Fact]
    public void A_birth_without_a_date_ends_no_age()
    {
        KeptFor(Rule(new RetentionTerm.UntilAge(Birth, 18)), dated: Purchase).Should().Equal(Birth);
    }

    /// <summary>The events for whose date an item that is long over is kept; what the sweep and the report say must be the same.</summary>
    private static ValueList<Key<RetentionEvent>> KeptFor(RetentionRule rule, params Key<RetentionEvent>[] dated)
    {
        var activity = Activity("orders", rule);
        var schedule = Schedule(activity).Knowing(KnownEvents.Where(dated.Contains));
        var facts = Facts(dated.Select(happened => (happened, (LocalDate?)LongAgo))).AppliedTo(activity);
        var today = Day(2026, 7, 1);

        var retention = schedule.Assess(Address, facts);
        schedule.DueOn(Address, today).IsMetBy(facts).Should().Be(retention.IsDueOn(today));
        schedule.Unresolved(Address).Any(items => items.Reason is UnresolvedReason.DateMissing && items.Items.IsMetBy(facts)).Should().Be(!retention.IsDueOn(today));
        return retention.Deciding!.Obstacle is RetentionObstacle.DateMissing missing ? missing.Events : [];
    }
}
