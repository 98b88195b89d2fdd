using System.Diagnostics;

namespace GdprKit.Crash;

/// <summary>A process of the program that works until it is killed; who derives from it understands what it says.</summary>
internal abstract class KilledProcess(params IEnumerable<string> arguments) : IDisposable
{
    private readonly CrashProcess _process = new(arguments);

    /// <summary>Listens until it has said so many lines.</summary>
    public async Task ListenAsync(int lines, CancellationToken cancellationToken)
    {
        for (var line = 0; line < lines; line++)
        {
            await HearAsync(cancellationToken);
        }
    }

    /// <summary>Kills it a while from now: a length that no timer is exact enough for.</summary>
    public Task KillAfterAsync(TimeSpan time)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < time;)
        {
            Thread.SpinWait(20);
        }

        return KillAsync();
    }

    /// <summary>Kills it where it stands, which may be at any point, and listens to what it had still said.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        while (await TryHearAsync(CancellationToken.None))
        {
        }

        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    /// <summary>Listens to a line; one that ended by itself fails the test.</summary>
    protected async Task HearAsync(CancellationToken cancellationToken) => Hear(await _process.HearAsync(cancellationToken));

    /// <summary>Listens to a line, if it says one more.</summary>
    protected async Task<bool> TryHearAsync(CancellationToken cancellationToken)
    {
        if (await _process.ReadLineAsync(cancellationToken) is not { } line)
        {
            return false;
        }

        Hear(line);
        return true;
    }

    /// <summary>Understands a line. It may have been cut short; then what it tells was not acknowledged.</summary>
    protected abstract void Hear(string line);
}
