using System.Diagnostics;

namespace GdprKit.PostgreSql;

/// <summary>The PostgreSQL that is installed on this machine.</summary>
public static class PostgreSqlInstallation
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing =
        "These tests start a PostgreSQL server of their own, on Linux or macOS. Install PostgreSQL (Debian: apt-get install postgresql); "
        + "as root the user 'postgres' or 'nobody' must exist, because PostgreSQL refuses to run as root.";

    // Nobody can start a server as root.
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    private static readonly string? Folder = FindFolder();

    private static readonly string? User = Environment.IsPrivilegedProcess ? Array.Find(Unprivileged, Exists) : Environment.UserName;

    /// <summary>Whether a server can be started.</summary>
    public static bool IsInstalled { get; } = Folder is not null && User is not null;

    /// <summary>How to run a shell script with arguments as somebody who may run a server.</summary>
    /// <param name="script">The text of the script; its first argument is the folder of the programs of PostgreSQL.</param>
    /// <param name="arguments">Its further arguments.</param>
    public static ProcessStartInfo Shell(string script, params IEnumerable<string> arguments) => new(
        Environment.IsPrivilegedProcess ? "runuser" : "sh",
        [.. Environment.IsPrivilegedProcess ? (string[])["-u", User!, "--", "sh"] : [], "-c", script, "server.sh", Folder!, .. arguments])
    {
        WorkingDirectory = Path.GetTempPath(),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };

    /// <summary>Runs one of its programs to its end.</summary>
    /// <exception cref="InvalidOperationException">It failed; with what it said.</exception>
    public static async Task RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(Path.Combine(Folder!, program), arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {error}");
        }
    }

    private static string? FindFolder() => OperatingSystem.IsWindows()
        ? null
        : OnPath("pg_config").Select(AskConfiguration).Concat(Packaged()).Concat(OnPath("initdb").Select(Path.GetDirectoryName))
            .FirstOrDefault(folder => folder is not null && File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));

    /// <summary>Debian and its kin keep every major version apart; the newest first.</summary>
    private static IEnumerable<string?> Packaged()
    {
        const string Versions = "/usr/lib/postgresql";
        return Directory.Exists(Versions)
            ? Directory.GetDirectories(Versions)
                .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
                .Select(folder => Path.Combine(folder, "bin"))
            : [];
    }

    private static string? AskConfiguration(string program)
    {
        using var asked = Process.Start(new ProcessStartInfo(program, ["--bindir"]) { RedirectStandardOutput = true })!;
        var folder = asked.StandardOutput.ReadToEnd().Trim();
        asked.WaitForExit();
        return asked.ExitCode == 0 ? folder : null;
    }

    private static IEnumerable<string> OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .Where(File.Exists);

    private static bool Exists(string user)
    {
        const string Users = "/etc/passwd";
        return File.Exists(Users) && File.ReadLines(Users).Any(line => line.StartsWith($"{user}:", StringComparison.Ordinal));
    }
}
