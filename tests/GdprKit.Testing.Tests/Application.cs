using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Testing;

/// <summary>The services of the application, as its tests have them.</summary>
internal static class Application
{
    public static ServiceProvider Services(Action<GdprKitBuilder>? besides = null, params IEnumerable<Customer> customers) => new ServiceCollection()
        .AddGdprKit(gdpr =>
        {
            gdpr.UseRegister(Crm.Register()).UseInMemory(memory => memory.Keep(customers.ToList()));
            (besides ?? (builder => builder.AddMap<CustomerMap>()))(gdpr);
        })
        .UseFakeGdprClock(new LocalDate(2026, 2, 28))
        .BuildServiceProvider();
}
