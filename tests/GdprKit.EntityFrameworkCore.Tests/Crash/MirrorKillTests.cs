using System.Diagnostics;
using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Crash;

/// <summary>
/// Kills processes (<c>SIGKILL</c>) at random points while they append to a mirror in files, accept items and forget. After each kill what was acknowledged is there, what
/// was in hand is whole or absent, the tree is right, and the next process continues.
/// </summary>
/// <remarks>
/// A few dozen kills each time; many by
/// <c>GDPRKIT_KILLS=500 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~MirrorKillTests</c>.
/// </remarks>
public sealed class MirrorKillTests
{
    private const int KillsOfOneMirror = 25;

    private const int MostLinesBefore = 12;

    private const int MostMilliseconds = 8;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 24;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_a_mirror_acknowledged_is_there_after_every_kill()
    {
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < Kills; first += KillsOfOneMirror)
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-mirror-");
            try
            {
                await KillAsync(Path.Combine(folder.FullName, "mirror"), first, Math.Min(KillsOfOneMirror, Kills - first));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Kills} kills in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    private static async Task KillAsync(string folder, int first, int kills)
    {
        var (size, forgotten, accepted) = (0L, new HashSet<long>(), new HashSet<EntryId>());
        for (var kill = 0; kill < kills; kill++)
        {
            var random = new Random(first + kill);
            using var process = await KilledMirrorer.StartAsync(folder, first + kill, Token);
            process.Found.Should().Be(size, "the next process begins with what is there");
            await process.ListenAsync(random.Next(MostLinesBefore), Token);
            await process.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));

            forgotten.UnionWith(process.Forgotten);
            accepted.UnionWith(process.Accepted);
            size = await LookAsync(folder, process.Held, forgotten, accepted);
        }
    }

    private static async Task<long> LookAsync(string folder, long held, HashSet<long> forgotten, HashSet<EntryId> accepted)
    {
        using var mirror = new FileLedgerMirror(folder);
        var tip = await mirror.ReadTipAsync(Token) ?? Mirrorer.TipAt(0);
        tip.Tree.Size.Should().BeInRange(held, held + 200, "what was acknowledged is there, and what was in hand is whole or absent");
        tip.Should().Be(Mirrorer.TipAt(tip.Tree.Size));
        var read = 0L;
        while (await mirror.ReadAsync(read, 1_000, Token) is { IsEmpty: false } page)
        {
            foreach (var entry in page)
            {
                var whole = Mirrorer.EntryAt(read++);
                if (entry != whole)
                {
                    entry.Should().Be(whole with { Entry = null, ExpiredHash = whole.Hash });
                    forgotten.Add(entry.Position);
                }
                else
                {
                    forgotten.Should().NotContain(entry.Position, "what was forgotten stays forgotten");
                }
            }
        }

        read.Should().Be(tip.Tree.Size);
        (await mirror.ReadRootAsync(tip.Tree.Size / 2, Token)).Should().Be(Mirrorer.TipAt(tip.Tree.Size / 2).Tree.Root);
        (await mirror.ReadInboxAsync(Token).Select(item => item.Id).ToListAsync(Token)).Should().Contain(accepted).And.OnlyHaveUniqueItems();
        return tip.Tree.Size;
    }
}
