using System.Diagnostics;

namespace GdprKit.Transparency.Go;

/// <summary>The Go of this machine, and the code of the Go project that verifies notes and trees.</summary>
public static class GoInstallation
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing =
        "These tests let the code of the Go project verify what is exported. Install it (Debian: apt-get install golang-go golang-golang-x-mod-dev).";

    // Where Debian puts the sources of its packages.
    private const string Sources = "/usr/share/gocode";

    private static readonly string? Program = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, "go"))
        .FirstOrDefault(File.Exists);

    /// <summary>Whether there are a Go and that code.</summary>
    public static bool IsInstalled => Program is not null && Directory.Exists($"{Sources}/src/golang.org/x/mod/sumdb/tlog");

    /// <summary>What the verifier says of each folder.</summary>
    public static async Task<IReadOnlyList<string>> VerifyAsync(IEnumerable<string> folders, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program!, ["run", Path.Combine(AppContext.BaseDirectory, "Go", "verify.go"), .. folders])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["GOPATH"] = Sources;
        start.Environment["GO111MODULE"] = "off";
        start.Environment["GOFLAGS"] = "";

        // An account without a home has nowhere else to keep what was compiled.
        start.Environment["GOCACHE"] = Path.Combine(Path.GetTempPath(), $"gdprkit-go-{Environment.UserName}");
        using var verifier = Process.Start(start)!;
        try
        {
            var (said, faults) = (verifier.StandardOutput.ReadToEndAsync(cancellationToken), verifier.StandardError.ReadToEndAsync(cancellationToken));
            await Task.WhenAll(said, faults);
            await verifier.WaitForExitAsync(cancellationToken);
            (verifier.ExitCode, await faults).Should().Be((0, ""));
            return (await said).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            if (!verifier.HasExited)
            {
                verifier.Kill(entireProcessTree: true);
            }
        }
    }
}
