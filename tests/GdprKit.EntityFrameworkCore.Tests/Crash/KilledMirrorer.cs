using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Crash;

/// <summary>A process that writes to a mirror until it is killed, and what it said that it had written.</summary>
internal sealed class KilledMirrorer : IDisposable
{
    private readonly CrashProcess _process;

    private KilledMirrorer(CrashProcess process) => _process = process;

    /// <summary>How much it found or was told that the mirror holds.</summary>
    public long Held { get; private set; }

    /// <summary>How much it found.</summary>
    public long Found { get; private set; }

    public List<long> Forgotten { get; } = [];

    public List<EntryId> Accepted { get; } = [];

    public static async Task<KilledMirrorer> StartAsync(string folder, int seed, CancellationToken cancellationToken)
    {
        var mirrorer = new KilledMirrorer(new CrashProcess("mirror", folder, seed.ToString(CultureInfo.InvariantCulture)));
        mirrorer.Hear(await mirrorer._process.HearAsync(cancellationToken));
        mirrorer.Found = mirrorer.Held;
        return mirrorer;
    }

    public async Task ListenAsync(int lines, CancellationToken cancellationToken)
    {
        for (var line = 0; line < lines; line++)
        {
            Hear(await _process.HearAsync(cancellationToken));
        }
    }

    /// <summary>Kills it where it stands, which may be at any point, and listens to what it had still said.</summary>
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

    private void Hear(string line)
    {
        line.Should().NotStartWith("broken");
        switch (line.Split(' '))
        {
            case ["ready" or "held", var size]:
                Held = long.Parse(size, CultureInfo.InvariantCulture);
                break;
            case ["forgot", var position]:
                Forgotten.Add(long.Parse(position, CultureInfo.InvariantCulture));
                break;

            // A line may have been cut short: then it was not acknowledged.
            case ["accepted", var id] when EntryId.TryParse(id, out var accepted):
                Accepted.Add(accepted);
                break;
        }
    }
}
