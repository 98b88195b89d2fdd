using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Crash;

/// <summary>A process that writes to a mirror until it is killed, and what it said that it had written.</summary>
internal sealed class KilledMirrorer : KilledProcess
{
    private KilledMirrorer(string folder, int seed)
        : base("mirror", folder, seed.ToString(CultureInfo.InvariantCulture))
    {
    }

    /// <summary>How much it found or was told that the mirror holds.</summary>
    public long Held { get; private set; }

    /// <summary>How much it found.</summary>
    public long Found { get; private set; }

    public List<long> Forgotten { get; } = [];

    public List<EntryId> Accepted { get; } = [];

    public static async Task<KilledMirrorer> StartAsync(string folder, int seed, CancellationToken cancellationToken)
    {
        var mirrorer = new KilledMirrorer(folder, seed);
        await mirrorer.HearAsync(cancellationToken);
        mirrorer.Found = mirrorer.Held;
        return mirrorer;
    }

    protected override void Hear(string line)
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
            case ["accepted", var id] when EntryId.TryParse(id, out var accepted):
                Accepted.Add(accepted);
                break;
        }
    }
}
