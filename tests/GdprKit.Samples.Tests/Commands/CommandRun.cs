using System.Diagnostics;
using System.Reflection;
using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Commands;

/// <summary>What a command of the sample said, and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command of the shop as it is run from a terminal, and waits for its end.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(typeof(CrmDatabase).Assembly, arguments);

    /// <summary>Runs a command of the shop for a user whose application data lie in a folder, and waits for its end.</summary>
    public static Task<CommandRun> WithDataInAsync(string folder, params string[] arguments) =>
        RunAsync(typeof(CrmDatabase).Assembly, arguments, new() { ["XDG_DATA_HOME"] = folder, ["LOCALAPPDATA"] = folder, ["HOME"] = folder });

    /// <summary>Runs a program as it is run from a terminal, and waits for its end.</summary>
    public static Task<CommandRun> OfAsync(Assembly program, params string[] arguments) => RunAsync(program, arguments, []);

    private static async Task<CommandRun> RunAsync(Assembly program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("dotnet", [program.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return new CommandRun(process.ExitCode, await output, error);
        }
        finally
        {
            // One that runs the site after all would wait for visitors for ever.
            process.Kill(entireProcessTree: true);
        }
    }
}
