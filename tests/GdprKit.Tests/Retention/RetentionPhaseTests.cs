using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionPhaseTests
{
    private static readonly RetentionRule InUse = Rule(After(Invoice, Period.FromYears(2)), key: "in-use") with { Then = DisposalAction.Archive };

    private static readonly RetentionRule Archived = Rule(After(Invoice, Period.FromYears(7)), RetentionSide.MustKeep, RetentionStrength.Statute, "archived");

    private static readonly ProcessingActivity Books = Activity("books", Archived, InUse);

    private static readonly RetentionFacts Known = Facts((Invoice, Day(2020, 5, 1)));

    [Fact]
    public void Data_are_in_use_then_archived_then_gone()
    {
        var books = Assess(Known, Books).Activities.Single();

        books.Phases.Select(phase => phase.Rule.Key).Should().Equal(InUse.Key, Archived.Key);
        books.PhaseOn(Day(2022, 5, 1))!.Rule.Should().Be(InUse);
        books.PhaseOn(Day(2022, 5, 2))!.Rule.Should().Be(Archived);
        books.PhaseOn(Day(2027, 5, 1))!.Rule.Should().Be(Archived);
        books.PhaseOn(Day(2027, 5, 2)).Should().BeNull();
        books.NeedsOn(Day(2027, 5, 1)).Should().BeTrue();
        books.NeedsOn(Day(2027, 5, 2)).Should().BeFalse();
    }

    [Fact]
    public void Archiving_is_not_going()
    {
        var field = Assess(Known, Books);

        field.FirstDeletable.Should().Be(Day(2027, 5, 2));
        field.KeepUntil.Should().Be(Day(2027, 5, 1));
        field.IsOutOfDailyUseOn(Day(2022, 5, 1)).Should().BeFalse();
        field.IsOutOfDailyUseOn(Day(2022, 5, 2)).Should().BeTrue();
        field.IsDueOn(Day(2022, 5, 2)).Should().BeFalse();
    }

    [Fact]
    public void Data_stay_in_daily_use_while_any_activity_uses_them()
    {
        var claims = Activity("claims", Rule(After(Invoice, Period.FromYears(5))));

        var field = Assess(Known, Books, claims);

        field.IsOutOfDailyUseOn(Day(2025, 5, 1)).Should().BeFalse();
        field.IsOutOfDailyUseOn(Day(2025, 5, 2)).Should().BeTrue();
    }

    [Fact]
    public void A_suspension_does_not_keep_data_in_daily_use()
    {
        var field = Assess(Known with { Suspensions = [new RetentionSuspension(SuspensionKind.LegalHold, Day(2021, 1, 1), null)] }, Books);

        field.IsOutOfDailyUseOn(Day(2022, 5, 2)).Should().BeTrue();
        field.IsHeldOn(Day(2050, 1, 1)).Should().BeTrue();
        field.IsDueOn(Day(2050, 1, 1)).Should().BeFalse();
    }

    [Fact]
    public void A_phase_whose_end_is_not_known_goes_on()
    {
        var field = Assess(Known, Activity("books", Archived, InUse with { Term = After(Login, Period.Zero) }));

        field.Activities.Single().PhaseOn(Day(2026, 1, 1))!.Rule.Key.Should().Be(InUse.Key);
        field.FirstDeletable.Should().BeNull();
        field.Unresolved.Should().ContainSingle().Which.Rule.Key.Should().Be(InUse.Key);
    }

    [Fact]
    public void Several_phases_before_the_last_are_ordered_by_their_ends()
    {
        var third = InUse with { Key = new("a-third"), Term = After(Invoice, Period.FromYears(4)) };
        var unknown = InUse with { Key = new("a-fourth"), Term = After(Login, Period.Zero) };

        Assess(Known, Activity("books", Archived, unknown, third, InUse)).Activities.Single().Phases.Select(phase => phase.Rule.Key)
            .Should().Equal(InUse.Key, third.Key, unknown.Key, Archived.Key);
    }

    [Fact]
    public void Versions_of_the_rule_that_archives_are_one_phase()
    {
        var change = Day(2021, 1, 1);
        var before = InUse with { Effective = new EffectiveInterval(Until: change) };
        var after = InUse with { Key = new("from-2021"), Term = After(Invoice, Period.FromYears(1)), Effective = new EffectiveInterval(From: change) };

        var books = Assess(Known, Activity("books", before, after, Archived)).Activities.Single();

        books.Phases.Select(phase => phase.Rule.Key).Should().Equal(after.Key, Archived.Key);
        books.PhaseOn(Day(2021, 5, 2))!.Rule.Key.Should().Be(Archived.Key);
    }

    private static FieldRetention Assess(RetentionFacts facts, params ReadOnlySpan<ProcessingActivity> activities) =>
        Schedule(activities.ToArray()).Assess(Address, facts.AppliedTo(activities.ToArray()));
}
