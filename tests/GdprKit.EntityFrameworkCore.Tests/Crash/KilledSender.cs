using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace GdprKit.Crash;

/// <summary>A process that tells people of the notice by mail until it is killed.</summary>
internal sealed class KilledSender : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private KilledSender(Process process)
    {
        _process = process;
        process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    public static async Task<KilledSender> StartAsync(string database, string connectionString, string registerFile, int port, int minutes, int patience, CancellationToken cancellationToken)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "GdprKit.Crash.exe" : "GdprKit.Crash");
        string[] arguments = ["send", database, connectionString, registerFile, .. new[] { port, minutes, patience }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        var sender = new KilledSender(Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!);
        (await sender.HearAsync(cancellationToken)).Should().Be("ready");
        return sender;
    }

    /// <summary>Listens until some waves of mails went, or everybody was told.</summary>
    public async Task ListenAsync(int waves, CancellationToken cancellationToken)
    {
        for (var wave = 0; wave < waves && await HearAsync(cancellationToken) != "done"; wave++)
        {
        }
    }

    /// <summary>Listens until everybody was told.</summary>
    public async Task ListenToTheEndAsync(CancellationToken cancellationToken)
    {
        while (await HearAsync(cancellationToken) != "done")
        {
        }
    }

    /// <summary>Kills it where it stands, which may be at any point.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync(CancellationToken.None);
    }

    public void Dispose() => _process.Dispose();

    private async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        if (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
        {
            return line;
        }

        await _process.WaitForExitAsync(cancellationToken);
        Assert.Fail($"The sender ended by itself:\n{_errors}");
        return "";
    }
}
