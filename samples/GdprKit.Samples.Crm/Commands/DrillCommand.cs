using System.CommandLine;
using GdprKit.Ledger;
using GdprKit.Requests;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;
using NodaTime;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Tries whether the newest backup can be restored: on a copy of it, which is thrown away. The shop may run beside it.</summary>
internal static class DrillCommand
{
    private const int Fails = 2;

    private static readonly Operator Author = Operator.Parse("drill");

    public static Command Create() => ShopCommand.Create(
        "drill",
        $"Restores the newest backup into a copy, does again what happened since, verifies its log, reports, and throws the copy away. Exit code 0: the backup can be restored; {Fails}: it cannot; 1: there is none.",
        DrillAsync);

    private static async Task<int> DrillAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        var texts = services.GetRequiredService<IStringLocalizer<Texts>>();
        if (services.GetRequiredService<BackupFolder>().Backups is not [var (backup, madeAt), ..])
        {
            await Console.Error.WriteLineAsync(texts["Drill.NoBackup"]);
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("shop-drill-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.sqlite");
            File.Copy(backup, copy);
            using var host = Host(services, copy);
            var report = await RestoreDrill.RunAsync(host.Services, Author, cancellationToken: cancellationToken);
            Write(report, madeAt, texts);
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<BackupSets>()
                .RecordDrillAsync(services.GetRequiredService<ProcessingRegister>().Backups[0].Key, report, Author, cancellationToken);
            return report.Succeeded ? 0 : Fails;
        }
        catch (LedgerException fault)
        {
            await Console.Error.WriteLineAsync($"{texts["Drill.Failed"].Value} {fault.Message}");
            return Fails;
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // The shop over the copy: with the same keys, with its mirror only read, and with nothing that reaches out.
    private static IHost Host(IServiceProvider shop, string copy)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration[CrmDatabase.PathSetting] = copy;
        builder.Configuration[KeyRingFile.Setting] = shop.GetRequiredService<KeyRingFile>().FilePath;
        builder.Services.AddSingleton(shop.GetRequiredService<IClock>());
        builder.Services.AddCrm();
        builder.Services.AddLocalization();
        builder.Services.RemoveAll<IErasureTarget>();
        builder.Services.RemoveAll<ICheckpointSigner>();
        builder.Services.AddGdprKit(gdpr => gdpr.UseLedgerMirror(_ => new RehearsalMirror(new FileLedgerMirror(shop.GetRequiredService<LedgerMirrorFolder>().FolderPath))));
        return builder.Build();
    }

    private static void Write(DrillReport report, Instant madeAt, IStringLocalizer<Texts> texts)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape(texts["Drill.Title", ShopCalendar.At(madeAt).ToDateTimeUnspecified().Short()])) }.HideHeaders().AddColumn("").Expand();
        foreach (var finding in report.Replay.Findings)
        {
            var text = Markup.Escape(texts[$"Backups.Finding.{finding.Kind}", finding.Count]);
            table.AddRow(finding.NeedsAttention ? $"[yellow]{Markup.Escape(texts["Backups.ByHand"])}[/] {text}" : text);
        }

        table.AddRow(Markup.Escape(texts["Drill.Verified", report.Verification.Entries, report.Verification.Faults]));
        AnsiConsole.Write(table);
        AnsiConsole.Write(new Text(texts[report.Succeeded ? "Drill.Succeeded" : "Drill.Failed"].Value, new Style(decoration: Decoration.Bold)));
        AnsiConsole.WriteLine();
    }
}
