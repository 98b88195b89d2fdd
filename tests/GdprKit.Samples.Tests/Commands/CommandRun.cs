using System.Diagnostics;
using System.Reflection;
using GdprKit.Samples.Crm.Data;

namespace GdprKit.Samples.Commands;

/// <summary>What a command of the sample said, and how it ended.</summary>
internal sealed record CommandRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command of the shop as it is run from a terminal, and waits for its end.</summary>
    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(typeof(CrmDatabase).Assembly, arguments);

    /// <summary>Runs a program as it is run from a terminal, and waits for its end.</summary>
    public static async Task<CommandRun> OfAsync(Assembly program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program.Location, .. arguments])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        })!;
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
