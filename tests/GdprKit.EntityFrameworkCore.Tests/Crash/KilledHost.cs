using System.Globalization;

namespace GdprKit.Crash;

/// <summary>A process of the host that writes until it is killed, and what it said that it would write and had written.</summary>
internal sealed class KilledHost : KilledProcess
{
    private KilledHost(string database, string connectionString, int seed)
        : base(database, connectionString, seed.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The rows that the work in hand will leave when it is done; <see langword="null"/> between two pieces of work.</summary>
    public IReadOnlyDictionary<string, int>? InHand { get; private set; }

    /// <summary>The rows of all work that is done.</summary>
    public Dictionary<string, int> Acknowledged { get; } = [];

    public int Done { get; private set; }

    public static async Task<KilledHost> StartAsync(string database, string connectionString, int seed, CancellationToken cancellationToken)
    {
        var host = new KilledHost(database, connectionString, seed);
        await host.HearAsync(cancellationToken);
        return host;
    }

    /// <summary>The rows that a line names: names of customers with their purchases.</summary>
    public static Dictionary<string, int> RowsOf(IEnumerable<string> words) =>
        words.Select(row => row.Split('=')).Where(row => row.Length == 2).ToDictionary(row => row[0], row => int.Parse(row[1], CultureInfo.InvariantCulture));

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
        for (var enough = Done + more; Done < enough && await TryHearAsync(cancellationToken);)
        {
        }
    }

    // A line may have been cut short: then its work had not begun, or is still in hand.
    protected override void Hear(string line)
    {
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["begin", _, .. var rows]:
                InHand = RowsOf(rows);
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
