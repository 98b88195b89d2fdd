using System.Diagnostics;
using System.Text;

namespace GdprKit.Crash;

/// <summary>A process of the program that is killed, and what it says. It ends by itself when this one does, so that none is left behind.</summary>
internal sealed class CrashProcess : IDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    public CrashProcess(params IEnumerable<string> arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "GdprKit.Crash.exe" : "GdprKit.Crash");
        _process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        _process.ErrorDataReceived += (_, line) => _errors.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    /// <summary>What it says next; one that ends without a word fails the test.</summary>
    public async Task<string> HearAsync(CancellationToken cancellationToken)
    {
        if (await ReadLineAsync(cancellationToken) is { } line)
        {
            return line;
        }

        await _process.WaitForExitAsync(cancellationToken);
        Assert.Fail($"The process ended by itself:\n{_errors}");
        return "";
    }

    /// <summary>What it says next; <see langword="null"/> when it has ended.</summary>
    public ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) => _process.StandardOutput.ReadLineAsync(cancellationToken);

    /// <summary>Kills it where it stands, which may be at any point; what it had still said can be read.</summary>
    public void Kill() => _process.Kill();

    public Task WaitForExitAsync() => _process.WaitForExitAsync(CancellationToken.None);

    public void Dispose() => _process.Dispose();
}
