using NodaTime;

namespace GdprKit.Hosting;

public sealed class OnceANightTests
{
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Theory]
    [InlineData("2026-11-26T09:30", "2026-11-27T02:00")]
    [InlineData("2026-11-26T01:59", "2026-11-26T02:00")]
    [InlineData("2026-11-26T02:00", "2026-11-27T02:00")]
    [InlineData("2026-07-01T09:30", "2026-07-02T01:00")]
    public void It_is_in_the_night_after_where_the_controller_is(string now, string next)
    {
        var nights = new OnceANight(new LocalTime(3, 0));

        nights.IsDue(At(now), Amsterdam).Should().BeFalse();

        nights.Next.Should().Be(At(next));
        nights.IsDue(At(next), Amsterdam).Should().BeTrue();
        nights.Done(At(next), Amsterdam);
        nights.IsDue(At(next), Amsterdam).Should().BeFalse("it was done");
    }

    [Fact]
    public void An_hour_that_a_night_does_not_have_is_the_one_after_it_and_one_that_it_has_twice_is_the_first()
    {
        var nights = new OnceANight(new LocalTime(2, 30));

        nights.IsDue(At("2026-03-28T12:00"), Amsterdam);
        nights.Next.Should().Be(At("2026-03-29T01:30"), "half past two is half past three");
        nights = new OnceANight(new LocalTime(2, 30));
        nights.IsDue(At("2026-10-24T12:00"), Amsterdam);
        nights.Next.Should().Be(At("2026-10-25T00:30"));
        nights.Done(At("2026-10-25T00:30"), Amsterdam);
        nights.Next.Should().Be(At("2026-10-26T01:30"), "not twice in one night");
    }

    [Fact]
    public void A_clock_that_was_ahead_and_is_set_right_puts_it_off_to_the_next_night_at_most()
    {
        var nights = new OnceANight(new LocalTime(3, 0));
        nights.IsDue(At("2031-01-01T12:00"), Amsterdam);
        nights.Done(At("2031-01-01T12:00"), Amsterdam);

        nights.IsDue(At("2026-11-26T09:30"), Amsterdam).Should().BeFalse();

        nights.Next.Should().Be(At("2026-11-27T02:00"));
    }

    private static Instant At(string utc) => NodaTime.Text.LocalDateTimePattern.CreateWithInvariantCulture("yyyy-MM-dd'T'HH:mm").Parse(utc).Value.InUtc().ToInstant();
}
