using GdprKit;
using GdprKit.Backups;
using GdprKit.Decisions;
using GdprKit.Ledger;
using GdprKit.Retention;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds what notices that an older copy of the database was restored, and does again what happened since.</summary>
internal static class BackupServices
{
    public static void AddBackups(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new LedgerGuard(
            new ScopedLedger(provider.GetRequiredService<IServiceScopeFactory>()), provider.GetService<ILedgerMirror>(), DatabaseRestore.Overrides, provider.GetRequiredService<IClock>()));
        services.TryAddEnumerable(ServiceDescriptor.Scoped<IRestoreRepair, RunRepair>(provider => new RunRepair(
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetRequiredService<RetentionRunner>(),
            provider.GetRequiredService<DataRetention>(),
            new UnknownProtection(provider.GetRequiredService<LedgerStreams>(), provider.GetSubjectDirectory(), provider.GetServices<StreamFold>()),
            provider.GetRequiredService<IOptions<RetentionRunOptions>>().Value,
            provider.GetRequiredService<IClock>())));
        services.TryAddScoped(provider => new BackupSets(
            provider.GetRequiredService<ProcessingRegister>(), provider.GetRequiredService<LedgerStreams>(), provider.GetRequiredService<IClock>()));
        services.TryAddScoped<IBackupOutlook>(provider => new BackupOutlook(
            provider.GetRequiredService<ProcessingRegister>(), provider.GetRequiredService<LedgerStreams>(), provider.GetRequiredService<BackupSets>(), provider.GetRequiredService<IClock>()));
        services.AddRequestRepairs();
        services.TryAddScoped(provider => new DatabaseRestores(new RestoreSurroundings(
            provider.GetRequiredService<LedgerStreams>(),
            provider.GetLedgerStore(),
            provider.GetLedgerLog(),
            provider.GetSubjectDirectory(),
            provider.GetService<ILedgerMirror>(),
            provider.GetRequiredService<LedgerSequencer>(),
            provider.GetRequiredService<LedgerGuard>(),
            provider.GetServices<StreamFold>().ToValueList(),
            provider.GetServices<IRestoreRepair>().OrderBy(repair => repair.Turn).ToValueList(),
            provider.GetRequiredService<DecisionMemory>().Clear,
            provider.GetRequiredService<IClock>())));
    }
}
