using System.CommandLine;
using System.Globalization;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Tells customers of the notice that was published last, with a bar that shows how far it has come. The site may run beside it.</summary>
internal static class InformCommand
{
    private const int SomeWait = 2;

    // Who waits longer than this is told by the next run, or by the site.
    private static readonly Duration Patience = Duration.FromMinutes(1);

    private static readonly Option<bool> Start = new("--start") { Description = "Begins, where the version was published and nobody has begun yet." };

    public static Command Create()
    {
        var command = ShopCommand.Create(
            "inform",
            $"Tells customers of the privacy notice that was published last, and shows how far it has come. Exit code 0: everybody was told who can be; {SomeWait}: some wait for another try; 1: there is nothing to tell.",
            TellAsync);
        command.Add(Start);
        return command;
    }

    private static async Task<int> TellAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        await using var scope = services.CreateAsyncScope();
        var texts = scope.ServiceProvider.GetRequiredService<IStringLocalizer<Texts>>();
        var campaigns = scope.ServiceProvider.GetRequiredService<NoticeCampaigns>();
        if (await scope.ServiceProvider.GetRequiredService<NoticeVersions>().ListAsync(cancellationToken: cancellationToken) is not [var version, ..])
        {
            await Console.Error.WriteLineAsync(texts["Inform.NothingPublished"]);
            return 1;
        }

        var campaign = await campaigns.FindAsync(version, cancellationToken);
        if (campaign.Status is CampaignStatus.Opened && asked.GetValue(Start))
        {
            campaign = await campaigns.StartAsync(version, cancellationToken: cancellationToken);
        }

        if (campaign.Status is not CampaignStatus.Running)
        {
            await Console.Error.WriteLineAsync($"{texts[$"Inform.{campaign.Status}"].Value} {(campaign.Status is CampaignStatus.Opened ? texts["Inform.AddStart"].Value : "")}".TrimEnd());
            return 1;
        }

        await ShowProgressAsync(scope.ServiceProvider, version, texts, cancellationToken);
        var report = await campaigns.ReportAsync(version, cancellationToken);
        AnsiConsole.Console.Write(TableOf(report, texts));
        return report.Queued + report.Sending == 0 ? 0 : SomeWait;
    }

    private static Task ShowProgressAsync(IServiceProvider services, NoticeVersion version, IStringLocalizer<Texts> texts, CancellationToken cancellationToken) => AnsiConsole.Progress()
        .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
        .StartAsync(async bars =>
        {
            // Shown before anything is done: the site may tell everybody faster than the bar is drawn.
            var bar = bars.AddTask(Markup.Escape(texts["Menu.Inform"]));
            bars.Refresh();
            for (var wait = Duration.Zero; wait <= Patience; await Task.Delay(wait.ToTimeSpan(), cancellationToken))
            {
                var report = await services.GetRequiredService<NoticeCampaigns>().ReportAsync(version, cancellationToken);
                (bar.MaxValue, bar.Value) = (Math.Max(1, report.Audience), report.Audience - report.Queued - report.Sending);
                var progress = new InformProgress(bar);
                var result = await services.GetRequiredService<NoticeSending>().SendAsync(version, progress, cancellationToken);
                progress.Report(result);
                if (result.NextAt is not { } next || result.Stalled is not null)
                {
                    break;
                }

                wait = Duration.Max(Duration.Zero, next - services.GetRequiredService<IClock>().GetCurrentInstant());
            }
        });

    private static Table TableOf(CampaignReport report, IStringLocalizer<Texts> texts)
    {
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = false };
        table.AddColumn("");
        table.AddColumn(new TableColumn("").RightAligned());
        foreach (var (name, number) in new[]
        {
            ("Inform.Audience", report.Audience),
            ("Inform.Queued", report.Queued + report.Sending),
            ("Inform.Sent", report.Sent),
            ("Inform.Acknowledged", report.Acknowledged),
            ("Inform.Bounced", report.Bounced),
            ("Inform.Unreachable", report.Unreachable),
            ("Inform.Unidentified", report.Unidentified),
        }.Where(line => line.Item1 != "Inform.Unidentified" || line.Item2 > 0))
        {
            table.AddRow(Markup.Escape(texts[name]), number.ToString("N0", CultureInfo.CurrentCulture));
        }

        return table;
    }
}
