using GdprKit;
using GdprKit.Testing;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using NodaTime.Testing;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Gives a host a clock that its tests set.</summary>
public static class FakeGdprClockServiceCollectionExtensions
{
    /// <summary>
    /// Stops the clock at noon of a day in the controller's zone. Call it after the application has registered its services; before or
    /// after <c>AddGdprKit</c> makes no difference.
    /// </summary>
    /// <param name="services">The services of the host. Whoever asks for <see cref="IClock"/> or <see cref="FakeClock"/> gets the fake one.</param>
    /// <param name="today">The day.</param>
    public static IServiceCollection UseFakeGdprClock(this IServiceCollection services, LocalDate today) =>
        services.UseFakeGdprClock(provider => new FakeClock(FakeGdprClock.NoonOf(today, provider.GetRequiredService<ProcessingRegister>())));

    /// <summary>Stops the clock at a moment. Call it after the application has registered its services.</summary>
    /// <param name="services">The services of the host. Whoever asks for <see cref="IClock"/> or <see cref="FakeClock"/> gets the fake one.</param>
    /// <param name="now">The moment.</param>
    public static IServiceCollection UseFakeGdprClock(this IServiceCollection services, Instant now) => services.UseFakeGdprClock(_ => new FakeClock(now));

    private static IServiceCollection UseFakeGdprClock(this IServiceCollection services, Func<IServiceProvider, FakeClock> create)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.RemoveAll<IClock>();
        services.RemoveAll<FakeClock>();
        return services.AddSingleton(create).AddSingleton<IClock>(provider => provider.GetRequiredService<FakeClock>());
    }
}
