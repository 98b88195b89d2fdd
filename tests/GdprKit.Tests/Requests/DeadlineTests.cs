using CsCheck;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>What the dates of the vectors leave open.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private static readonly WorkingDays Days = new(PublicHolidays.Netherlands);

    private static readonly Gen<LocalDate> AnyDay = Gen.Int[0, 30_000].Select(day => new LocalDate(1995, 1, 1).PlusDays(day));

    [Fact]
    public void The_day_of_receipt_is_that_of_the_controller()
    {
        // Half past eleven in the evening of the last of January in London is February in Amsterdam.
        ResponseDeadline.Of(Instant.FromUtc(2026, 1, 31, 23, 30), Amsterdam, Days).Received.Should().Be(new LocalDate(2026, 2, 1));
        ResponseDeadline.Of(Instant.FromUtc(2026, 1, 31, 22, 30), Amsterdam, Days).Received.Should().Be(new LocalDate(2026, 1, 31));
    }

    [Fact]
    public void It_is_too_late_when_the_last_day_is_over()
    {
        var deadline = ResponseDeadline.Of("2026-02-27", Days);

        deadline.EndIn(Amsterdam).Should().Be(Instant.FromUtc(2026, 3, 27, 23, 0));
        deadline.EndIn(Amsterdam, isExtended: true).Should().Be(Instant.FromUtc(2026, 5, 27, 22, 0), "in summer the day ends earlier");
    }

    [Fact]
    public void A_deadline_is_a_working_day_never_before_the_nominal_one_and_grows_with_the_day_of_receipt() => AnyDay.Sample(received =>
    {
        var (deadline, next) = (ResponseDeadline.Of(received, Days), ResponseDeadline.Of(received.PlusDays(1), Days));

        (Days.Contains(deadline.Due) && Days.Contains(deadline.ExtendedDue)).Should().BeTrue();
        (deadline.Due >= deadline.NominalDue && deadline.ExtendedDue >= deadline.NominalExtendedDue && deadline.Due < deadline.ExtendedDue).Should().BeTrue();
        (next.Due >= deadline.Due && next.ExtendedDue >= deadline.ExtendedDue).Should().BeTrue();
        Enumerable.Range(0, Period.DaysBetween(deadline.NominalDue, deadline.Due)).Any(skipped => Days.Contains(deadline.NominalDue.PlusDays(skipped))).Should().BeFalse("no working day is skipped");
    });

    [Fact]
    public void Days_of_two_questions_at_once_stand_still_once()
    {
        var request = ResponseDeadline.Of("2026-03-02", Days);
        ClarificationPause one = new(new(2026, 3, 4), new(2026, 3, 10)), other = new(new(2026, 3, 6), new(2026, 3, 12)), within = new(new(2026, 3, 5), new(2026, 3, 6));

        SuspendedDeadline.Of(request, [other, within, one], Days).DueByPause.Should().Be(SuspendedDeadline.Of(request, [new(new(2026, 3, 4), new(2026, 3, 12))], Days).DueByPause)
            .And.Be(new LocalDate(2026, 4, 10));
    }

    [Fact]
    public void A_question_gives_no_less_time_than_none_and_both_ways_of_counting_are_kept() =>
        Gen.Select(AnyDay, Gen.Int[0, 60], Gen.Int[0, 60]).Sample((received, asked, waited) =>
        {
            var request = ResponseDeadline.Of(received, Days);
            var deadline = SuspendedDeadline.Of(request, [new(received.PlusDays(asked), received.PlusDays(asked + waited))], Days);

            (deadline.Due <= deadline.DueByPause && deadline.Due <= deadline.DueByRestart).Should().BeTrue();
            (deadline.Due >= request.Due).Should().BeTrue();
            deadline.DaysUntil(received.PlusDays(asked + waited)).Should().Be(asked);
        });

    [Fact]
    public void A_pause_that_cannot_be_is_refused()
    {
        FluentActions.Invoking(() => new ClarificationPause(new(2026, 3, 4), new(2026, 3, 3))).Should().Throw<ArgumentException>().WithMessage("GDPR1501: *");
        var request = ResponseDeadline.Of("2026-03-02", Days);
        FluentActions.Invoking(() => SuspendedDeadline.Of(request, [], Days)).Should().Throw<ArgumentException>().WithMessage("GDPR1501: *");
        FluentActions.Invoking(() => SuspendedDeadline.Of(request, [new(new(2026, 3, 1), new(2026, 3, 3))], Days)).Should().Throw<ArgumentException>().WithMessage("GDPR1501: *");
    }

    [Fact]
    public void Hours_of_a_breach_go_on_when_the_clock_is_put_forward()
    {
        var deadline = BreachDeadline.Of(Instant.FromUtc(2026, 3, 27, 11, 0), Amsterdam);

        deadline.Due.InZone(Amsterdam).LocalDateTime.Should().Be(new LocalDateTime(2026, 3, 30, 13, 0), "noon became one o'clock");
        (deadline.Due - deadline.AwareAt).Should().Be(Duration.FromHours(72));
    }
}
