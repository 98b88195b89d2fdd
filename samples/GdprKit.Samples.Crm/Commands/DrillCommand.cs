using System.CommandLine;
using GdprKit.Ledger;
using GdprKit.Samples.Crm.Backups;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Tries whether the newest backup can be restored, and says what came of it.</summary>
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
        try
        {
            await using var scope = services.CreateAsyncScope();
            if (await scope.ServiceProvider.GetRequiredService<ShopDrill>().RunAsync(Author, cancellationToken) is not var (report, madeAt))
            {
                await Console.Error.WriteLineAsync(texts["Drill.NoBackup"]);
                return 1;
            }

            Write(report, madeAt, texts);
            return report.Succeeded ? 0 : Fails;
        }
        catch (LedgerException fault)
        {
            await Console.Error.WriteLineAsync($"{texts["Drill.Failed"].Value} {fault.Message}");
            return Fails;
        }
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
