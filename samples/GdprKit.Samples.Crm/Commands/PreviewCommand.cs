using System.CommandLine;
using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Gdpr;
using GdprKit.Samples.Crm.Localization;
using Microsoft.Extensions.Localization;
using NodaTime;
using NodaTime.Text;
using Spectre.Console;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>Shows what would go today, as a table on the console. Changes nothing.</summary>
internal static class PreviewCommand
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

    public static Command Create()
    {
        var command = new Command("preview", "Shows what would go today, or on another day, as a table. Changes nothing.") { Database, ReadIn, On };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken cancellationToken)
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
        var texts = host.Services.GetRequiredService<IStringLocalizer<Texts>>();
        var retention = host.Services.GetRequiredService<DataRetention>();
        var preview = await AnsiConsole.Status().StartAsync(texts["Preview.Counting"], _ => retention.PreviewAsync(cancellationToken).AsTask());
        new PreviewTable(retention.Plan, texts).Write(preview, AnsiConsole.Console);
        return 0;
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

        builder.Services.AddCrmDatabase();
        builder.Services.AddCrmGdpr();
        builder.Services.AddLocalization();
        return builder.Build();
    }
}
