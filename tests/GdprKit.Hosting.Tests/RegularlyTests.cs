using NodaTime;

namespace GdprKit.Hosting;

public sealed class RegularlyTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 26, 9, 30);

    private readonly Regularly _hourly = new(Duration.FromHours(1));

    [Fact]
    public void It_is_time_at_once_and_an_hour_after_it_was_done()
    {
        _hourly.NotYet(Start).Should().BeNull();
        _hourly.NotYet(Start).Should().BeNull("it was not done");
        _hourly.Done(Start).Should().Be(new WorkRound(DidSomething: true, Start + Duration.FromHours(1)));

        _hourly.NotYet(Start + Duration.FromMinutes(59)).Should().Be(new WorkRound(DidSomething: false, Start + Duration.FromHours(1)));
        _hourly.NotYet(Start + Duration.FromHours(1)).Should().BeNull();
        _hourly.Done(Start + Duration.FromHours(2), didSomething: false).Should().Be(new WorkRound(DidSomething: false, Start + Duration.FromHours(3)));
    }

    [Fact]
    public void A_clock_that_is_set_back_makes_nobody_wait_for_longer()
    {
        _hourly.Done(Start);

        _hourly.NotYet(Start - Duration.FromDays(30)).Should().BeNull();
    }
}
