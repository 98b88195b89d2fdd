using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Testing;

public sealed class FakeClockTests
{
    private static readonly Customer Ann = new() { CustomerId = 1, LastPurchase = new DateOnly(2024, 2, 29) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Time_passes_when_a_test_says_so()
    {
        await using var services = Application.Services(null, Ann);
        var retention = services.GetRequiredService<DataRetention>();

        (await retention.PreviewAsync(Token)).RowsToGo.Should().Be(0);
        services.GoToGdprDay(new LocalDate(2026, 3, 1));
        (await retention.PreviewAsync(Token)).RowsToGo.Should().Be(1);
        services.GetRequiredService<FakeClock>().AdvanceDays(-1);
        (await retention.PreviewAsync(Token)).RowsToGo.Should().Be(0);
    }

    [Fact]
    public void It_can_be_put_before_or_after_the_clock_of_the_application()
    {
        var now = Instant.FromUtc(2026, 7, 1, 12, 30);
        using var before = new ServiceCollection().UseFakeGdprClock(now).AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register())).BuildServiceProvider();
        using var after = new ServiceCollection().AddSingleton<IClock>(new FakeClock(default)).AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register())).UseFakeGdprClock(now).BuildServiceProvider();

        before.GetRequiredService<IClock>().GetCurrentInstant().Should().Be(now);
        after.GetServices<IClock>().Should().ContainSingle().Which.GetCurrentInstant().Should().Be(now);
    }

    [Fact]
    public void The_last_one_counts()
    {
        using var services = new ServiceCollection().AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register())).UseFakeGdprClock(default(Instant)).UseFakeGdprClock(new LocalDate(2026, 7, 1)).BuildServiceProvider();

        services.GetRequiredService<IClock>().GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 7, 1, 10, 0));
        services.GetServices<FakeClock>().Should().ContainSingle().Which.Should().BeSameAs(services.GetRequiredService<IClock>());
    }

    [Fact]
    public void A_day_is_one_in_the_zone_of_the_controller()
    {
        using var services = new ServiceCollection().AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register("Pacific/Auckland"))).UseFakeGdprClock(new LocalDate(2026, 7, 1)).BuildServiceProvider();

        services.GetRequiredService<IClock>().GetCurrentInstant().Should().Be(Instant.FromUtc(2026, 7, 1, 0, 0));
        services.GoToGdprDay(new LocalDate(2026, 1, 1));
        services.GetRequiredService<IClock>().GetCurrentInstant().Should().Be(Instant.FromUtc(2025, 12, 31, 23, 0));
    }

    [Fact]
    public void A_clock_that_runs_cannot_be_set()
    {
        using var services = new ServiceCollection().AddGdprKit(gdpr => gdpr.UseRegister(Crm.Register())).BuildServiceProvider();

        FluentActions.Invoking(() => services.GoToGdprDay(new LocalDate(2026, 7, 1))).Should().Throw<InvalidOperationException>().WithMessage("GDPR1098: *Call services.UseFakeGdprClock*");
    }
}
