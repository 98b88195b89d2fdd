using System.CommandLine;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A command that reads the database of the site as it is on any day, and changes nothing.</summary>
internal static class ReportCommand
{
    private static readonly Option<LocalDate?> On = new("--on")
    {
        Description = "Which day to look at: 2030-12-31. Without it, today.",
        HelpName = "day",
        CustomParser = result =>
        {
            if (!LocalDatePattern.Iso.Parse(result.Tokens[0].Value).TryGetValue(default, out var day))
            {
                result.AddError($"'{result.Tokens[0].Value}' is no day. Write it as year, month and day: 2030-12-31.");
            }

            return day;
        },
    };

    public static Command Create(string name, string description, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> report)
    {
        var command = ShopCommand.Create(name, description, report, asked => asked.GetValue(On));
        command.Add(On);
        return command;
    }
}
