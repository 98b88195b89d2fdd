using GdprKit;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Requests;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
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
        services.AddOptions<PersonalDataExportOptions>().Validate(
            options => options.IsPossible,
            $"{RequestMessages.ExportPeriodUnfit}: exports are to be kept for less than an hour or more than 90 days. Give KeptFor a length between these, as 14 days.").ValidateOnStart();
        services.TryAddScoped(provider => new RightsExports(
            provider.GetRequiredService<RightsRequests>(),
            provider.GetRequiredService<PersonalDataExports>(),
            provider.GetService<IExportVault>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IOptions<PersonalDataExportOptions>>().Value));
        services.TryAddScoped(provider => new PersonalDataExports(
            provider.GetRequiredService<DataRetention>(),
            provider.GetServices<IPersonalDataSource>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IOptions<NoticeOptions>>().Value,
            provider.GetService<ILedgerStore>(),
            provider.GetService<ISubjectDirectory>(),
            provider.GetRequiredService<LedgerWording>()));
        services.TryAddScoped(provider => new Erasures(ErasuresIn(provider)));
        services.TryAddScoped(provider => new ErasureRunner(ErasuresIn(provider), provider.GetRequiredService<LedgerSequencer>(), provider.GetRequiredService<LedgerGuard>()));
        services.TryAddScoped(provider => new ErasureCertificates(
            ErasuresIn(provider), provider.GetLedgerLog(), provider.GetRequiredService<LedgerSequencer>(), provider.GetService<ICheckpointSigner>()));
    }

    /// <summary>Adds what does again, after a restore, what requests did to data.</summary>
    public static void AddRequestRepairs(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IRestoreRepair, ErasureRepair>(provider => new ErasureRepair(
            ErasuresIn(provider), provider.GetRequiredService<Erasures>(), provider.GetRequiredService<ErasureRunner>(), provider.GetService<IContactSource>())));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IRestoreRepair, RectificationRepair>(provider => new RectificationRepair(provider.GetRequiredService<LedgerStreams>())));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IRestoreRepair, UnknownPeopleRepair>(provider => new UnknownPeopleRepair(ErasuresIn(provider))));
    }

    private static ErasureSurroundings ErasuresIn(IServiceProvider provider)
    {
        var retention = provider.GetRequiredService<DataRetention>();
        return new ErasureSurroundings(
            retention,
            new ErasurePlaces(retention, provider.GetServices<StreamFold>(), provider.GetServices<IErasureTarget>()),
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetSubjectDirectory(),
            provider.GetRequiredService<RightsRequests>(),
            provider.GetRequiredService<SuppressionList>(),
            provider.GetRequiredService<BackupSets>(),
            provider.GetService<IKeyRing>() is null ? null : provider.GetRequiredService<MatchTags>(),
            provider.GetRequiredService<IClock>(),
            provider.GetRequiredService<IOptions<RetentionRunOptions>>().Value.CompactsAfterwards,
            provider.GetService<ILogger<ErasureRunner>>());
    }
}
