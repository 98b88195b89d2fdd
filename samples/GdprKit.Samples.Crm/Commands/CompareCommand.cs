using System.CommandLine;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>
/// Shows what another register would delete, before somebody uses it: a period made shorter, an activity given up. Changes nothing.
/// Its exit code says to a script whether somebody must look.
/// </summary>
internal static class CompareCommand
{
    private const int DeletesMore = 2;

    private static readonly Argument<string> Proposed = new("register") { Description = "The file with the proposed register: JSON by gdpr-register.schema.json." };

    private static readonly Option<bool> Json = new("--json") { Description = "Writes JSON instead of a table." };

    public static Command Create()
    {
        var command = ReportCommand.Create(
            "compare",
            $"Shows what another register would make due, and what it would keep. Changes nothing. Exit code 0: nothing more goes; {DeletesMore}: more would go; 1: it could not be compared.",
            ShowAsync);
        command.Add(Proposed);
        command.Add(Json);
        return command;
    }

    private static async Task<int> ShowAsync(ParseResult asked, IServiceProvider services, CancellationToken cancellationToken)
    {
        var texts = services.GetRequiredService<IStringLocalizer<Texts>>();
        var retention = services.GetRequiredService<DataRetention>();
        try
        {
            var proposed = ProcessingRegister.Load(asked.GetRequiredValue(Proposed));
            var comparison = await retention.CompareAsync(proposed, cancellationToken);
            if (asked.GetValue(Json))
            {
                Console.WriteLine(comparison.ToJson());
            }
            else
            {
                new ComparisonTable(retention.Plan, texts).Write(comparison, AnsiConsole.Console);
            }

            return comparison.DeletesMore ? DeletesMore : 0;
        }
        catch (Exception fault) when (fault is InvalidRegisterException or InvalidPersonalDataMapException)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }
}
