using System.Globalization;

namespace GdprKit.Crash;

/// <summary>A process that does a retention run until it is killed.</summary>
internal sealed class KilledCleaner : KilledProcess
{
    private int _commits;

    private KilledCleaner(params IEnumerable<string> arguments)
        : base(arguments)
    {
    }

    /// <summary>Whether it came to the end of the run before it was killed.</summary>
    public bool IsDone { get; private set; }

    public static async Task<KilledCleaner> StartAsync(CrashDatabase database, string registerFile, string mirror, int minutes, CancellationToken cancellationToken)
    {
        var cleaner = new KilledCleaner("clean", database.Kind, database.ConnectionString, registerFile, mirror, minutes.ToString(CultureInfo.InvariantCulture));
        await cleaner.HearAsync(cancellationToken);
        return cleaner;
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
