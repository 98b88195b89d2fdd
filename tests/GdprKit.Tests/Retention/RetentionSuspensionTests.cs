using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionSuspensionTests
{
    private static readonly LocalDate Invoiced = Day(2024, 1, 1);

    [Theory]
    [InlineData(RetentionSide.MustKeep, "2024-01-31", null)]
    [InlineData(RetentionSide.MustBeGone, null, "2024-02-01")]
    [InlineData(RetentionSide.Both, "2024-01-31", "2024-02-01")]
    public void Nothing_goes_while_a_suspension_runs_and_no_time_is_added(RetentionSide side, string? keepUntil, string? deleteBy)
    {
        var outcome = Suspended(side, (Day(2024, 1, 5), Day(2024, 1, 31)));

        outcome.FirstDeletable.Should().Be(Day(2024, 2, 1));
        outcome.KeepUntil.Should().Be(Date(keepUntil));
        outcome.DeleteBy.Should().Be(Date(deleteBy));
        outcome.EndsOn.Should().Be(Day(2024, 1, 11), "the period itself does not change");
        outcome.IsDueOn(Day(2024, 1, 31)).Should().BeFalse();
        outcome.IsDueOn(Day(2024, 2, 1)).Should().BeTrue();
        outcome.Steps.Should().EndWith(new RetentionStep.Suspended(SuspensionKind.OpenRequest, Day(2024, 1, 31)));
    }

    [Fact]
    public void A_suspension_that_has_ended_before_is_of_no_effect()
    {
        var outcome = Suspended(RetentionSide.Both, (Day(2024, 1, 1), Day(2024, 1, 11)));

        outcome.FirstDeletable.Should().Be(Day(2024, 1, 12));
        outcome.Steps.Should().NotContain(step => step is RetentionStep.Suspended);
    }

    [Fact]
    public void A_suspension_that_starts_later_shields_what_is_still_there()
    {
        var outcome = Suspended(RetentionSide.Both, (Day(2024, 1, 13), Day(2024, 1, 14)));

        outcome.FirstDeletable.Should().Be(Day(2024, 1, 12));
        outcome.IsDueOn(Day(2024, 1, 12)).Should().BeTrue();
        outcome.IsDueOn(Day(2024, 1, 13)).Should().BeFalse();
        outcome.IsDueOn(Day(2024, 1, 14)).Should().BeFalse();
        outcome.IsDueOn(Day(2024, 1, 15)).Should().BeTrue();
    }

    [Fact]
    public void Suspensions_that_follow_each_other_or_overlap_are_one()
    {
        var outcome = Suspended(RetentionSide.Both, (Day(2024, 2, 1), Day(2024, 2, 10)), (Day(2024, 1, 10), Day(2024, 1, 20)), (Day(2024, 1, 15), Day(2024, 1, 31)), (Day(2024, 2, 12), null));

        outcome.FirstDeletable.Should().Be(Day(2024, 2, 11));
        outcome.Steps.Should().EndWith(new RetentionStep.Suspended(SuspensionKind.OpenRequest, Day(2024, 2, 10)));
    }

    [Fact]
    public void While_a_suspension_runs_no_day_is_known()
    {
        var outcome = Suspended(RetentionSide.Both, (Day(2024, 1, 10), null));

        outcome.FirstDeletable.Should().BeNull();
        outcome.KeepUntil.Should().BeNull();
        outcome.DeleteBy.Should().BeNull();
        outcome.IsDueOn(Day(2024, 6, 1)).Should().BeFalse();
        outcome.Steps.Should().EndWith(new RetentionStep.Suspended(SuspensionKind.OpenRequest, null));
    }

    [Fact]
    public void A_suspension_until_the_end_of_the_calendar_runs()
    {
        Suspended(RetentionSide.Both, (Day(2024, 1, 10), LocalDate.MaxIsoValue)).FirstDeletable.Should().BeNull();
    }

    private static RetentionOutcome Suspended(RetentionSide side, params IEnumerable<(LocalDate From, LocalDate? LastDay)> suspensions) => Outcome(
        Rule(After(Invoice, Period.FromDays(10)), side),
        Facts((Invoice, Invoiced)) with
        {
            Suspensions = suspensions.Select(suspension => new RetentionSuspension(SuspensionKind.OpenRequest, suspension.From, suspension.LastDay)).ToValueList(),
        });

    private static LocalDate? Date(string? text) => text is null ? null : NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
