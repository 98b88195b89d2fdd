using GdprKit;
using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what lets data go.</summary>
internal static class RetentionServices
{
    public static void AddRetention(this IServiceCollection services)
    {
        services.TryAddSingleton<IActivityGround, AnsweredGround>();
        services.TryAddSingleton(provider =>
        {
            var ground = provider.GetRequiredService<IActivityGround>();
            return new DataRetention(
                provider.GetRequiredService<PersonalDataMap>(), provider.GetServices<IPersonalDataStore>(), provider.GetRequiredService<IClock>(), provider.GetService<ILogger<DataRetention>>())
            {
                Ground = ground,
                Standings = new StandingReader(provider.GetRequiredService<PersonalDataMap>(), new ScopedStandings(provider.GetRequiredService<IServiceScopeFactory>()), [.. provider.GetServices<StreamFold>()], ground),
            };
        });
    }

    public static void AddRetentionRuns(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<RetentionRunOptions, RetentionRunOptionsCheck>();
        services.TryAddScoped(provider => new RetentionRuns(
            provider.GetRequiredService<DataRetention>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetServices<StreamFold>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IOptions<RetentionRunOptions>>().Value));
        services.TryAddScoped(provider => new AutomaticApproval(
            provider.GetRequiredService<DataRetention>(),
            provider.GetRequiredService<RetentionRuns>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IOptions<RetentionRunOptions>>().Value));
#pragma warning disable RS0030 // Only waiting is done by it.
        services.TryAddSingleton(provider => new RetentionRunner(
            new ScopedLedger(provider.GetRequiredService<IServiceScopeFactory>()),
            new RunSurroundings(
                provider.GetRequiredService<DataRetention>(),
                provider.GetServices<StreamFold>().ToValueList(),
                provider.GetRequiredService<IOptions<RetentionRunOptions>>().Value,
                provider.GetRequiredService<IClock>(),
                provider.GetService<TimeProvider>() ?? TimeProvider.System,
                provider.GetService<ILogger<RetentionRunner>>(),
                provider.GetRequiredService<LedgerGuard>()),
            provider.GetRequiredService<LedgerSequencer>()));
#pragma warning restore RS0030
    }
}
