using System.Globalization;

namespace GdprKit.Crash;

/// <summary>A process that tells people of the notice by mail until it is killed.</summary>
internal sealed class KilledSender : IDisposable
{
    private readonly CrashProcess _process;

    private KilledSender(CrashProcess process) => _process = process;

    public static async Task<KilledSender> StartAsync(string database, string connectionString, string registerFile, int port, int minutes, int patience, CancellationToken cancellationToken)
    {
        string[] arguments = ["send", database, connectionString, registerFile, .. new[] { port, minutes, patience }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        var sender = new KilledSender(new CrashProcess(arguments));
        (await sender._process.HearAsync(cancellationToken)).Should().Be("ready");
        return sender;
    }

    /// <summary>Listens until some waves of mails went, or everybody was told.</summary>
    public async Task ListenAsync(int waves, CancellationToken cancellationToken)
    {
        for (var wave = 0; wave < waves && await _process.HearAsync(cancellationToken) != "done"; wave++)
        {
        }
    }

    /// <summary>Listens until everybody was told.</summary>
    public async Task ListenToTheEndAsync(CancellationToken cancellationToken)
    {
        while (await _process.HearAsync(cancellationToken) != "done")
        {
        }
    }

    /// <summary>Kills it where it stands, which may be at any point.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();
}
