using GdprKit;
using GdprKit.Consent;
using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using GdprKit.Retention;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds GdprKit to a host.</summary>
public static class GdprKitServiceCollectionExtensions
{
    /// <summary>Adds GdprKit and configures it. Calling it again adds to what was configured before.</summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configure">Configures GdprKit; a register is required.</param>
    public static IServiceCollection AddGdprKit(this IServiceCollection services, Action<GdprKitBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(services.AddGdprKit());
        return services;
    }

    /// <summary>Adds GdprKit, to be configured on the builder. Calling it again returns a builder for the same configuration.</summary>
    /// <param name="services">The services of the host.</param>
    /// <remarks>
    /// The register is judged when the host starts, the notice is written once in every language, and the maps are resolved
    /// against the stores, so that every fault is told at start and together, as an <see cref="Options.OptionsValidationException"/>.
    /// A program without a host meets the same faults at first use. Personal data that is stored and not declared refuses the start
    /// too, or warns: see <see cref="GdprKitBuilder.EnforceCoverage"/>.
    /// </remarks>
    public static GdprKitBuilder AddGdprKit(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<ProcessingRegister>(_ => throw new InvalidOperationException(
            $"{StartUpMessages.NoRegister}: no register was declared. Call gdpr.UseRegister(…) or gdpr.UseRegisterFile(…) inside AddGdprKit."));
        services.TryAddSingleton<PrivacyNotices>();
        services.TryAddSingleton(provider => PersonalDataMap.Create(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetServices<IPersonalDataMap>(),
            provider.GetServices<IPersonalDataStore>().Select(store => store.Describe(CancellationToken.None)),
            provider.GetServices<ManualStore>()));
#pragma warning disable RS0030 // A host that has a clock of its own registers it before or after.
        services.TryAddSingleton<IClock>(SystemClock.Instance);
#pragma warning restore RS0030
        services.AddRetention();
        services.TryAddSingleton(provider => new LedgerWording(provider.GetRequiredService<ProcessingRegister>(), provider.GetServices<StreamFold>()));
        services.TryAddScoped(provider => new LedgerStreams(
            provider.GetLedgerStore(), provider.GetRequiredService<IClock>(), provider.GetService<ILogger<LedgerStreams>>(), provider.GetServices<IAppendListener>(),
            provider.GetRequiredService<LedgerGuard>()));
        services.TryAddSingleton(DigitalConsentAges.Shipped);
        services.TryAddSingleton<IConsentNotices, OfferedNotices>();
        services.TryAddScoped(provider => new Consents(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IConsentNotices>(),
            provider.GetRequiredService<DigitalConsentAges>(),
            provider.GetRequiredService<SuppressionList>()));
        services.AddNotices();
        services.TryAddSingleton(provider => new LedgerSequencer(
            new ScopedLedger(provider.GetRequiredService<IServiceScopeFactory>()), provider.GetRequiredService<IClock>(), provider.GetService<ILedgerMirror>(),
            provider.GetService<ICheckpointSigner>(), provider.GetService<TimeProvider>()));
        services.TryAddSingleton(provider => new MirrorExpiry(new ScopedLedger(provider.GetRequiredService<IServiceScopeFactory>()), provider.GetService<ILedgerMirror>()));
        services.TryAddSingleton(provider => new LedgerVerification(
            new ScopedLedger(provider.GetRequiredService<IServiceScopeFactory>()), provider.GetServices<StreamFold>(), provider.GetRequiredService<IClock>(), provider.GetService<ILedgerMirror>(),
            provider.GetService<ICheckpointVerifier>()));
        services.TryAddSingleton<VerificationRun>();
        services.TryAddScoped(provider => new LedgerExpiry(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetServices<StreamFold>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetRequiredService<IBackupOutlook>(),
            provider.GetRequiredService<LedgerGuard>(),
            provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new SubjectLinking(provider.GetLedgerStore(), provider.GetSubjectSource(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new Objections(
            provider.GetRequiredService<LedgerStreams>(), provider.GetSubjectDirectory(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new Restrictions(
            provider.GetRequiredService<LedgerStreams>(), provider.GetSubjectDirectory(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped(provider => new LegalHolds(
            provider.GetRequiredService<ProcessingRegister>(),
            provider.GetRequiredService<PersonalDataMap>(),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<IClock>()));
        services.AddRetentionRuns();
        services.AddRequests();
        services.AddBackups();
        services.TryAddScoped(provider => new SuppressionList(
            provider.GetRequiredService<ProcessingRegister>(), provider.GetRequiredService<LedgerStreams>(), provider.GetLedgerStore(), provider.GetService<IKeyRing>(), provider.GetRequiredService<IClock>()));
        services.TryAddSingleton(provider => new MatchTags(provider.GetService<IKeyRing>()));
        services.TryAddSingleton<DecisionMemory>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAppendListener, DecisionMemory>(provider => provider.GetRequiredService<DecisionMemory>()));
        services.TryAddSingleton(provider => new ProcessingDecisions(
            provider.GetRequiredService<ProcessingRegister>(),
            new ScopedSource(provider.GetRequiredService<IServiceScopeFactory>()),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<DecisionMemory>(),
            provider.GetService<DigitalConsentAges>(),
            provider.GetService<ILogger<ProcessingDecisions>>(),
            provider.GetRequiredService<NoticeMemory>(),
            provider.GetRequiredService<LedgerGuard>()));
        services.AddOptionsWithValidateOnStart<DecisionOptions, DecisionOptionsCheck>();
        services.AddOptionsWithValidateOnStart<CoverageOptions, CoverageStartUpCheck>();
        services.AddOptionsWithValidateOnStart<NoticeOptions, StartUpCheck>();
        return new GdprKitBuilder(services)
            .AddStreams<PublishedNotices>()
            .AddStreams<NoticeDelivery>()
            .AddStreams<NoticeCampaign>()
            .AddStreams<ConsentRecord>()
            .AddStreams<Objection>()
            .AddStreams<Restriction>()
            .AddStreams<LegalHold>()
            .AddStreams<RightsRequest>()
            .AddStreams<ErasureOrder>()
            .AddStreams<RetentionRun>()
            .AddStreams<RulesSeen>()
            .AddStreams<SuppressedAddress>()
            .AddStreams<PersonSuppression>()
            .AddStreams<KeysInUse>()
            .AddStreams<DatabaseRestore>()
            .AddStreams<BackupSet>();
    }

    // Whoever keeps no ledger needs no store of it, so its absence is told only to who uses it.
    internal static ILedgerStore GetLedgerStore(this IServiceProvider provider) => provider.GetService<ILedgerStore>() ?? throw new InvalidOperationException(
        $"{LedgerMessages.NoStore}: the ledger is used, and nothing says where it is kept. Register an ILedgerStore; the packages GdprKit.EntityFrameworkCore and GdprKit.InMemory have one.");

    internal static ILedgerLog GetLedgerLog(this IServiceProvider provider) => provider.GetService<ILedgerLog>() ?? throw new InvalidOperationException(
        $"{LedgerMessages.NoStore}: the ledger is to be put in order, and nothing says where it is kept. Register an ILedgerLog; the packages GdprKit.EntityFrameworkCore and GdprKit.InMemory have one.");

    // Comes with every store of the ledger.
    internal static ISubjectDirectory GetSubjectDirectory(this IServiceProvider provider) => provider.GetService<ISubjectDirectory>() ?? throw new InvalidOperationException(
        $"{LedgerMessages.NoStore}: the ledger is used, and nothing says who its people are. Register an ISubjectDirectory; the packages GdprKit.EntityFrameworkCore and GdprKit.InMemory have one.");

    private static ISubjectSource GetSubjectSource(this IServiceProvider provider) => provider.GetService<ISubjectSource>() ?? throw new InvalidOperationException(
        $"{LedgerMessages.NoSubjectSource}: all people are to be linked, and nothing says where they are kept. Register an ISubjectSource; the packages GdprKit.EntityFrameworkCore and GdprKit.InMemory have one.");
}
