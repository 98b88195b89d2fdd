using System.CommandLine;
using System.Globalization;
using GdprKit.Samples.Crm.Data;
using GdprKit.Samples.Crm.Localization;
using NodaTime;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A command on the database of the site, in the language of the reader.</summary>
internal static class ShopCommand
{
    private static readonly Option<string?> Database = new("--database")
    {
        Description = "The file with the database; without it, that of the site.",
        HelpName = "path",
    };

    private static readonly Option<string> ReadIn = new Option<string>("--language")
    {
        Description = "The language of what is printed.",
        DefaultValueFactory = _ => Language.Dutch.Code,
    }.AcceptOnlyFromAmong(Language.Dutch.Code, Language.English.Code);

    /// <summary>Makes a command.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="run">Does it, and says with which exit code.</param>
    /// <param name="on">Which day it takes for today; <see langword="null"/> for today itself.</param>
    public static Command Create(
        string name, string description, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run, Func<ParseResult, LocalDate?>? on = null)
    {
        var command = new Command(name, description) { Database, ReadIn };
        command.SetAction((asked, cancellationToken) => RunAsync(asked, run, on?.Invoke(asked), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        ParseResult asked, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> run, LocalDate? on, CancellationToken cancellationToken)
    {
        if (asked.GetValue(Database) is { } path && !File.Exists(path))
        {
            await Console.Error.WriteLineAsync($"There is no file '{path}'. Name one that is there; the command generate makes one.");
            return 1;
        }

        using var host = Host(asked.GetValue(Database), on);
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
        return await run(asked, host.Services, cancellationToken);
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
