using System.CommandLine;
using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>What is asked on the command line: without a command the site runs, with all that is said taken for its settings.</summary>
internal sealed class CrmCommandLine
{
    private static readonly Option<string?> Database = new("--database")
    {
        Description = $"The file with the database; the same as --{CrmDatabase.PathSetting}.",
        HelpName = "path",
    };

    private static readonly RootCommand Site = CreateSite();

    private readonly ParseResult _parsed;

    private CrmCommandLine(ParseResult parsed) => _parsed = parsed;

    public bool RunsTheSite => _parsed.Action == Site.Action && Unknown is null;

    /// <summary>What is configured: <c>--urls http://localhost:6000</c>.</summary>
    public string[] SettingsOfTheSite =>
        [.. _parsed.UnmatchedTokens, .. _parsed.GetValue(Database) is { } path ? [$"--{CrmDatabase.PathSetting}", path] : Array.Empty<string>()];

    // A setting begins with a dash; what does not was meant as a command.
    private string? Unknown => _parsed.CommandResult.Command == Site && _parsed.UnmatchedTokens is [var first, ..] && first[0] is not ('-' or '/') ? first : null;

    public static CrmCommandLine Parse(string[] args) => new(Site.Parse(args));

    /// <summary>Does what was asked.</summary>
    /// <returns>The exit code: 0 when it was done.</returns>
    public async Task<int> InvokeAsync()
    {
        if (Unknown is { } unknown)
        {
            var commands = string.Join(", ", Site.Subcommands.Select(command => $"'{command.Name}'"));
            await Console.Error.WriteLineAsync($"There is no command '{unknown}'. There are {commands}; --help explains them.");
            return 1;
        }

        return await _parsed.InvokeAsync();
    }

    private static RootCommand CreateSite()
    {
        var site = new RootCommand("The sample of GdprKit: a small CRM of a web shop in music. Without a command the site runs.")
        {
            Options = { Database },
            Subcommands = { PreviewCommand.Create(), CompareCommand.Create(), InformCommand.Create(), BackupCommand.Create(), DrillCommand.Create(), ImportCommand.Create(), GenerateCommand.Create() },
            TreatUnmatchedTokensAsErrors = false,
        };
        // Marks that no command was given; Program.cs runs the site then.
        site.SetAction(_ => 0);
        return site;
    }
}
