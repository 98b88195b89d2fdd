using System.Diagnostics;

namespace GdprKit.Smtp;

/// <summary>The mail server that is installed on this machine: aiosmtpd.</summary>
public static class SmtpInstallation
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing =
        "These tests start a mail server of their own, aiosmtpd, with Python. Install it (Debian: apt-get install python3-aiosmtpd).";

    // Debian's own comes last on the path where another Python was installed beside it, and that one need not know aiosmtpd.
    private static readonly string[] Beside = ["/usr/bin"];

    /// <summary>A Python that has it.</summary>
    public static string? Python { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(Beside).Distinct()
        .SelectMany(folder => (string[])[Path.Combine(folder, "python3"), Path.Combine(folder, "python3.exe")])
        .FirstOrDefault(program => File.Exists(program) && HasServer(program));

    /// <summary>Whether a server can be started.</summary>
    public static bool IsInstalled => Python is not null;

    private static bool HasServer(string python)
    {
        using var asked = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd.smtp"]) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        asked.StandardError.ReadToEnd();
        asked.WaitForExit();
        return asked.ExitCode == 0;
    }
}
