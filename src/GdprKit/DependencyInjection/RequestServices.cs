using GdprKit;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what people ask by Art. 15 to 21.</summary>
internal static class RequestServices
{
    public static void AddRequests(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => WorkingDays.In(provider.GetRequiredService<ProcessingRegister>().Controller.Country));
        services.TryAddScoped(provider => new RightsRequests(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<WorkingDays>()));
    }
}
