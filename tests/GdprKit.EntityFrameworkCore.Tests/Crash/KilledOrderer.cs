using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Crash;

/// <summary>A process that writes, puts in order and mirrors until it is killed, and what it said that it would do and had done.</summary>
internal sealed class KilledOrderer : KilledProcess
{
    private KilledOrderer(string database, string connectionString, string mirror, int minutes, int seed)
        : base("order", database, connectionString, mirror, minutes.ToString(CultureInfo.InvariantCulture), seed.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>The rows of all work that had begun.</summary>
    public Dictionary<string, int> Begun { get; } = [];

    /// <summary>The rows of all work that is done.</summary>
    public Dictionary<string, int> Acknowledged { get; } = [];

    /// <summary>Entries that lie in the mirror.</summary>
    public HashSet<EntryId> Safe { get; } = [];

    public static async Task<KilledOrderer> StartAsync(string database, string connectionString, string mirror, int minutes, int seed, CancellationToken cancellationToken)
    {
        var orderer = new KilledOrderer(database, connectionString, mirror, minutes, seed);
        await orderer.HearAsync(cancellationToken);
        return orderer;
    }

    protected override void Hear(string line)
    {
        line.Should().NotStartWith("broken");
        switch (line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            case ["begin", _, .. var rows]:
                Remember(Begun, rows);
                break;
            case ["done", _, .. var rows]:
                Remember(Acknowledged, rows);
                break;
            case ["safe", .. var ids]:
                Safe.UnionWith(ids.Where(id => EntryId.TryParse(id, out _)).Select(id => EntryId.Parse(id)));
                break;
        }
    }

    private static void Remember(Dictionary<string, int> rows, IEnumerable<string> words)
    {
        foreach (var (name, purchases) in KilledHost.RowsOf(words))
        {
            rows[name] = purchases;
        }
    }
}
