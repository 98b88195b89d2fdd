using System.Globalization;

namespace GdprKit.Crash;

/// <summary>A process of the club that does one thing, as a retention run, until it is killed.</summary>
internal sealed class KilledClubHost : KilledProcess
{
    private int _commits;

    private KilledClubHost(params IEnumerable<string> arguments)
        : base(arguments)
    {
    }

    /// <summary>Whether it came to the end before it was killed.</summary>
    public bool IsDone { get; private set; }

    public static async Task<KilledClubHost> StartAsync(string does, CrashDatabase database, string folder, int minutes, CancellationToken cancellationToken)
    {
        var host = new KilledClubHost(does, database.Kind, database.ConnectionString, folder, minutes.ToString(CultureInfo.InvariantCulture));
        await host.HearAsync(cancellationToken);
        return host;
    }

    /// <summary>Listens until it has committed so many transactions, or is done.</summary>
    public async Task ListenToCommitsAsync(int commits, CancellationToken cancellationToken)
    {
        while (_commits < commits && !IsDone)
        {
            await HearAsync(cancellationToken);
        }
    }

    protected override void Hear(string line)
    {
        _commits += line == "committed" ? 1 : 0;
        IsDone |= line == "done";
    }
}
