using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Testing;

/// <summary>Moves the clock of services that use a fake one.</summary>
public static class FakeGdprClock
{
    /// <summary>Sets the clock to noon of a day in the controller's zone; it may lie before the day that it showed.</summary>
    /// <param name="services">The services, after <c>UseFakeGdprClock</c>.</param>
    /// <param name="day">The day.</param>
    /// <exception cref="InvalidOperationException">GDPR1098: the clock is not a fake one.</exception>
    public static void GoToGdprDay(this IServiceProvider services, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(services);
        var clock = services.GetService<IClock>() as FakeClock ?? throw new InvalidOperationException(
            $"{TestingMessages.NoFakeClock}: the clock of these services is not a fake one, so it cannot be set. Call services.UseFakeGdprClock(…) after the application has registered its services.");
        clock.Reset(NoonOf(day, services.GetRequiredService<ProcessingRegister>()));
    }

    /// <summary>Noon of a day in the controller's zone: far from the hours that a change of the clock leaves out or repeats.</summary>
    internal static Instant NoonOf(LocalDate day, ProcessingRegister register) => day.At(LocalTime.Noon).InZoneLeniently(register.Controller.TimeZone).ToInstant();
}
