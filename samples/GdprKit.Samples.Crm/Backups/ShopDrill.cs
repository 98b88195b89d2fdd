using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace GdprKit.Samples.Crm.Backups;

/// <summary>Tries whether the newest backup can be restored: on a copy of it, which is thrown away. The shop may run beside it.</summary>
public sealed class ShopDrill(BackupFolder backups, KeyRingFile keys, LedgerMirrorFolder mirror, BackupSets sets, ProcessingRegister register, IClock clock)
{
    /// <summary>Tries it, and records what came of it.</summary>
    /// <param name="author">Who has it tried.</param>
    /// <param name="cancellationToken">Ends it; the copy is thrown away all the same.</param>
    /// <returns>What came of it, and when the backup was made; <see langword="null"/> when there is none.</returns>
    /// <exception cref="LedgerException">The backup cannot be restored, for the reason that is told.</exception>
    public async Task<(DrillReport Report, Instant MadeAt)?> RunAsync(Operator author, CancellationToken cancellationToken)
    {
        if (backups.Backups is not [var (backup, madeAt), ..])
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("shop-drill-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.sqlite");
            File.Copy(backup, copy);
            var report = await RunAsync(copy, author, cancellationToken);
            await sets.RecordDrillAsync(register.Backups[0].Key, report, author, cancellationToken);
            return (report, madeAt);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<DrillReport> RunAsync(string copy, Operator author, CancellationToken cancellationToken)
    {
        using var host = Host(copy);
        try
        {
            return await RestoreDrill.RunAsync(host.Services, author, cancellationToken: cancellationToken);
        }
        finally
        {
            // A pooled connection holds the copy open.
            await using var connection = new SqliteConnection(host.Services.GetRequiredService<CrmDatabase>().ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    // The shop over the copy: with the same keys, with its mirror only read, and with nothing that reaches out.
    private IHost Host(string copy)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration[CrmDatabase.PathSetting] = copy;
        builder.Configuration[KeyRingFile.Setting] = keys.FilePath;
        builder.Services.AddSingleton(clock);
        builder.Services.AddCrm();
        builder.Services.AddLocalization();
        builder.Services.RemoveAll<IErasureTarget>();
        builder.Services.RemoveAll<ICheckpointSigner>();
        builder.Services.AddGdprKit(gdpr => gdpr.UseLedgerMirror(_ => new RehearsalMirror(new FileLedgerMirror(mirror.FolderPath))));
        return builder.Build();
    }
}
