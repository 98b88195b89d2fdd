using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class ErasureBarTests
{
    private static readonly ProcessingActivity Books = Activity(
        "books",
        Rule(After(Invoice, Period.FromYears(7), RetentionAnchor.EndOfCalendarYear), RetentionSide.MustKeep, RetentionStrength.Statute, "law"));

    private static readonly RetentionFacts Known = Facts((Invoice, Day(2019, 3, 10)));

    [Fact]
    public void What_a_law_demands_to_be_kept_stands_against_erasure_with_its_ground_and_day()
    {
        var bar = Assess(Known, Books).BarToErasure(Day(2026, 11, 1));

        bar.Should().BeOfType<ErasureBar.Statute>().Which.Outcome.Rule.Key.Should().Be(new Key<RetentionRule>("law"));
        bar!.Ground.Should().Be("17(3)(b)");
        bar.FirstDeletable.Should().Be(Day(2027, 1, 1));
    }

    [Fact]
    public void On_the_first_day_free_nothing_stands_against_erasure()
    {
        Assess(Known, Books).BarToErasure(Day(2026, 12, 31)).Should().NotBeNull();
        Assess(Known, Books).BarToErasure(Day(2027, 1, 1)).Should().BeNull();
    }

    [Theory]
    [InlineData(RetentionSide.MustBeGone, RetentionStrength.Statute)]
    [InlineData(RetentionSide.MustKeep, RetentionStrength.Own)]
    [InlineData(RetentionSide.MustKeep, RetentionStrength.Guideline)]
    public void Only_a_law_that_demands_keeping_stands_against_erasure(RetentionSide side, RetentionStrength strength)
    {
        var activity = Activity("other", Rule(After(Invoice, Period.FromYears(20)), side, strength));

        Assess(Known, activity).BarToErasure(Day(2026, 11, 1)).Should().BeNull();
        Assess(Known, activity, Books).BarToErasure(Day(2026, 11, 1))!.FirstDeletable.Should().Be(Day(2027, 1, 1), "what is not demanded falls away");
    }

    [Fact]
    public void A_law_of_an_activity_that_does_not_apply_stands_against_nothing()
    {
        Schedule(Books).Assess(Address, Known).BarToErasure(Day(2026, 11, 1)).Should().BeNull();
    }

    [Fact]
    public void Of_several_laws_the_one_that_ends_last_is_given()
    {
        var longer = Activity("longer", Rule(After(Invoice, Period.FromYears(10)), RetentionSide.Both, RetentionStrength.Statute, "longer"));

        Assess(Known, Books, longer).BarToErasure(Day(2026, 11, 1))!.FirstDeletable.Should().Be(Day(2029, 3, 11));
    }

    [Fact]
    public void A_law_whose_date_is_missing_stands_against_erasure_without_a_day()
    {
        var bar = Assess(Facts(), Books).BarToErasure(Day(2026, 11, 1));

        bar!.Ground.Should().Be("17(3)(b)");
        bar.FirstDeletable.Should().BeNull();
    }

    [Fact]
    public void A_law_that_only_archives_stands_against_erasure_too()
    {
        var activity = Activity(
            "books",
            Books.Retention[0] with { Then = DisposalAction.Archive },
            Rule(After(Invoice, Period.FromYears(20)), key: "own"));

        Assess(Known, activity).BarToErasure(Day(2026, 11, 1))!.FirstDeletable.Should().Be(Day(2027, 1, 1));
    }

    [Fact]
    public void A_law_that_got_shorter_stands_against_erasure_only_so_long()
    {
        var law = Books.Retention[0];
        var activity = Activity(
            "books",
            law with { Effective = new EffectiveInterval(Until: Day(2025, 1, 1)) },
            Rule(After(Invoice, Period.FromYears(2)), RetentionSide.MustKeep, RetentionStrength.Statute, "shorter") with { Effective = new EffectiveInterval(From: Day(2025, 1, 1)) });

        Assess(Known, activity).BarToErasure(Day(2024, 12, 31))!.FirstDeletable.Should().Be(Day(2025, 1, 1));
        Assess(Known, activity).BarToErasure(Day(2025, 1, 1)).Should().BeNull();
    }

    [Fact]
    public void A_law_stands_against_erasure_only_while_it_is_in_force()
    {
        var law = Books.Retention[0];
        var own = Rule(After(Invoice, Period.FromYears(20)), key: "own");
        var repealed = Activity("books", own, law with { Effective = new EffectiveInterval(Until: Day(2024, 7, 1)) });
        var coming = Activity("books", own, law with { Effective = new EffectiveInterval(From: Day(2024, 7, 1)) });

        Assess(Known, repealed).BarToErasure(Day(2024, 6, 30))!.FirstDeletable.Should().Be(Day(2024, 7, 1));
        Assess(Known, repealed).BarToErasure(Day(2024, 7, 1)).Should().BeNull();
        Assess(Known, coming).BarToErasure(Day(2024, 6, 30)).Should().BeNull();
        Assess(Known, coming).BarToErasure(Day(2024, 7, 1))!.FirstDeletable.Should().Be(Day(2027, 1, 1));
    }

    [Fact]
    public void Of_several_suspensions_a_legal_hold_gives_the_ground_and_the_last_gives_the_day()
    {
        var held = Known with
        {
            Suspensions =
            [
                new RetentionSuspension(SuspensionKind.OpenRequest, Day(2027, 1, 1), Day(2027, 3, 31)),
                new RetentionSuspension(SuspensionKind.LegalHold, Day(2027, 2, 1), Day(2027, 6, 30)),
                new RetentionSuspension(SuspensionKind.OpenRequest, Day(2027, 7, 1), Day(2027, 7, 31)),
            ],
        };

        Assess(held, Books).BarToErasure(Day(2027, 3, 1)).Should().BeEquivalentTo(new { Ground = "17(3)(e)", FirstDeletable = Day(2027, 8, 1) });
        Assess(held, Books).BarToErasure(Day(2027, 1, 15))!.Ground.Should().BeNull();
    }

    [Theory]
    [InlineData(SuspensionKind.LegalHold, "17(3)(e)")]
    [InlineData(SuspensionKind.OpenRequest, null)]
    [InlineData(SuspensionKind.Restriction, null)]
    public void A_suspension_stands_against_erasure_while_it_runs(SuspensionKind kind, string? ground)
    {
        var held = Known with { Suspensions = [new RetentionSuspension(kind, Day(2027, 1, 1), Day(2027, 6, 30))] };

        var bar = Assess(held, Books).BarToErasure(Day(2027, 2, 1));

        bar.Should().BeOfType<ErasureBar.Suspended>();
        bar!.Ground.Should().Be(ground);
        bar.FirstDeletable.Should().Be(Day(2027, 7, 1));
        Assess(held, Books).BarToErasure(Day(2027, 7, 1)).Should().BeNull();
    }

    [Fact]
    public void A_suspension_that_outlasts_a_law_moves_the_day()
    {
        var held = Known with { Suspensions = [new RetentionSuspension(SuspensionKind.LegalHold, Day(2026, 1, 1), Day(2028, 6, 30))] };

        Assess(held, Books).BarToErasure(Day(2026, 11, 1)).Should().BeOfType<ErasureBar.Statute>().Which.FirstDeletable.Should().Be(Day(2028, 7, 1));
    }

    private static FieldRetention Assess(RetentionFacts facts, params ReadOnlySpan<ProcessingActivity> activities) =>
        Schedule(activities.ToArray()).Assess(Address, facts.AppliedTo(activities.ToArray()));
}
