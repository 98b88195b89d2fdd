using System.CommandLine;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Shows what would go today, as a table on the console. Changes nothing.</summary>
internal static class PreviewCommand
{
    public static Command Create() => ReportCommand.Create("preview", "Shows what would go today, or on another day, as a table. Changes nothing.", ShowAsync);

    private static async Task<int> ShowAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        var texts = services.GetRequiredService<IStringLocalizer<Texts>>();
        var retention = services.GetRequiredService<DataRetention>();
        var preview = await AnsiConsole.Status().StartAsync(texts["Preview.Counting"], _ => retention.PreviewAsync(cancellationToken).AsTask());
        new PreviewTable(retention.Plan, texts).Write(preview, AnsiConsole.Console);
        return 0;
    }
}
