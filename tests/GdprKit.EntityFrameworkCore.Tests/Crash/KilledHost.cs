using System.Globalization;

namespace GdprKit.Crash;

/// <summary>A process of the host that writes until it is killed, and what it said that it would write and had written.</summary>
internal sealed class KilledHost : IDisposable
{
    private readonly CrashProcess _process;

    private KilledHost(CrashProcess process) => _process = process;

    /// <summary>The rows that the work in hand will leave when it is done; <see langword="null"/> between two pieces of work.</summary>
    public IReadOnlyDictionary<string, int>? InHand { get; private set; }

    /// <summary>The rows of all work that is done.</summary>
    public Dictionary<string, int> Acknowledged { get; } = [];

    public int Done { get; private set; }

    public static async Task<KilledHost> StartAsync(string database, string connectionString, int seed, CancellationToken cancellationToken)
    {
        var host = new KilledHost(new CrashProcess(database, connectionString, seed.ToString(CultureInfo.InvariantCulture)));
        await host.HearAsync(cancellationToken);
        return host;
    }

    /// <summary>Listens until the host has begun a piece of work.</summary>
    /// <param name="done">How many it has done before.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task ListenUntilItBeginsAsync(int done, CancellationToken cancellationToken)
    {
        while (Done < done || InHand is null)
        {
            await HearAsync(cancellationToken);
        }
    }

    /// <summary>Listens until the host has done some more; one whose transaction could not be tried again ends with the error of its database.</summary>
    public async Task ListenWhileItGoesOnAsync(int more, CancellationToken cancellationToken)
    {
        for (var enough = Done + more; Done < enough && await _process.ReadLineAsync(cancellationToken) is { } line;)
        {
            Hear(line);
        }
    }

    /// <summary>Kills the host where it stands, which may be at any point, and listens to what it had still said.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        while (await _process.ReadLineAsync(CancellationToken.None) is { } line)
        {
            Hear(line);
        }

        await _process.WaitForExitAsync();
    }

    public void Dispose() => _process.Dispose();

    private async Task HearAsync(CancellationToken cancellationToken) => Hear(await _process.HearAsync(cancellationToken));

    // A line may have been cut short: then its work had not begun, or is still in hand.
    private void Hear(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        switch (words)
        {
            case ["begin", _, .. var rows]:
                InHand = rows.Select(row => row.Split('=')).Where(row => row.Length == 2).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));
                break;
            case ["done", _]:
                foreach (var (name, purchases) in InHand!)
                {
                    Acknowledged[name] = purchases;
                }

                InHand = null;
                Done++;
                break;
        }
    }
}
