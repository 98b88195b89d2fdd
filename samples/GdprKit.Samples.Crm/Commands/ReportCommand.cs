using System.CommandLine;
using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using NodaTime;
using NodaTime.Text;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A command that reads the database of the site, on any day and in the language of the reader, and changes nothing.</summary>
internal static class ReportCommand
{
    private static readonly Option<string?> Database = new("--database")
    {
        Description = "The file with the database; without it, that of the site.",
        HelpName = "path",
    };

    private static readonly Option<string> ReadIn = new Option<string>("--language")
    {
        Description = "The language of the table.",
        DefaultValueFactory = _ => Language.Dutch.Code,
    }.AcceptOnlyFromAmong(Language.Dutch.Code, Language.English.Code);

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
        var command = new Command(name, description) { Database, ReadIn, On };
        command.SetAction((asked, cancellationToken) => RunAsync(asked, report, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult asked, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> report, CancellationToken cancellationToken)
    {
        if (asked.GetValue(Database) is { } path && !File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file '{path}'. Name one that is there; the command generate makes one.");
            return 1;
        }

        using var host = Host(asked.GetValue(Database), asked.GetValue(On));
        try
        {
            host.Services.GetRequiredService<CrmDatabase>().Prepare();
        }
        catch (CrmDatabaseException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }

        var culture = Cultures.All.Single(known => known.Name == asked.GetRequiredValue(ReadIn));
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        return await report(asked, host.Services, cancellationToken);
    }

    private static IHost Host(string? database, LocalDate? day)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        if (database is not null)
        {
            builder.Configuration[CrmDatabase.PathSetting] = database;
        }

        if (day is { } on)
        {
            builder.Services.AddSingleton<IClock>(new StandingClock(on.At(LocalTime.Noon).InUtc().ToInstant()));
        }

        builder.Services.AddCrm();
        builder.Services.AddLocalization();
        return builder.Build();
    }
}
