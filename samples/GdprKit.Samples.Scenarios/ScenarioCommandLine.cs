using System.CommandLine;
using GdprKit.Samples.Scenarios.Catalogue;
using GdprKit.Samples.Scenarios.Reporting;
using GdprKit.Samples.Scenarios.Running;
using GdprKit.Samples.Scenarios.Steps;
using Spectre.Console;

namespace GdprKit.Samples.Scenarios;

/// <summary>What is asked on the command line.</summary>
internal static class ScenarioCommandLine
{
    private static readonly Argument<string[]> Names = new("scenarios") { Description = "Names of scenarios, or paths of files of your own." };

    private static readonly Option<bool> All = new("--all") { Description = "Runs all scenarios of the sample." };

    private static readonly Option<string?> Steps =
        new Option<string?>("--steps") { Description = "Shows what a step can say.", HelpName = "nl|en" }.AcceptOnlyFromAmong(Language.Dutch.Code, Language.English.Code);

    // No top-level statements: their class would have the name of that of the shop.
    public static Task<int> Main(string[] args)
    {
        var root = new RootCommand("Lets what a file of scenarios describes happen in the sample shop, on a database of its own and at a simulated time. Without a name it lists them.")
        {
            Names,
            All,
            Steps,
        };
        root.Validators.Add(asked =>
        {
            if (asked.GetValue(All) && asked.GetValue(Names) is { Length: > 0 })
            {
                asked.AddError("Name scenarios, or say --all; not both.");
            }
        });
        root.SetAction(RunAsync);
        return root.Parse(args).InvokeAsync();
    }

    private static async Task<int> RunAsync(ParseResult asked, CancellationToken cancellationToken)
    {
        // In a file a line stays a line, so that it can be searched.
        AnsiConsole.Profile.Width = Console.IsOutputRedirected ? int.MaxValue : AnsiConsole.Profile.Width;
        var report = new ScenarioReport(AnsiConsole.Console);
        try
        {
            if (asked.GetValue(Steps) is { } language)
            {
                report.List(new StepBook(Language.Parse(language)));
                return 0;
            }

            FeatureFile[] files = asked.GetValue(All) ? [.. FeatureFolder.ReadAll()] : [.. asked.GetValue(Names)!.SelectMany(FeatureFolder.Find)];
            if (files.Length == 0)
            {
                report.List([.. FeatureFolder.ReadAll()]);
                return 0;
            }

            return await RunAllAsync(files, report, cancellationToken) == 0 ? 0 : 1;
        }
        catch (ScenarioException fault)
        {
            await Console.Error.WriteLineAsync(fault.Message);
            return 1;
        }
    }

    private static async Task<int> RunAllAsync(FeatureFile[] files, ScenarioReport report, CancellationToken cancellationToken)
    {
        var run = new ScenarioRun(report);
        var failed = 0;
        foreach (var file in files)
        {
            failed += await run.RunAsync(file, cancellationToken);
        }

        report.End(files.Sum(file => file.Scenarios.Count), failed);
        return failed;
    }
}
