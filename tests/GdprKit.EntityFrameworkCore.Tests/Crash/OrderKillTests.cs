using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Crash;

/// <summary>
/// Kills hosts (<c>SIGKILL</c>) at random points while they append in their transactions, put that in order and mirror it, all at once. After each kill everything
/// acknowledged is there once, waits or has its place, the tree is right, the mirror holds the beginning of it, and the next process continues.
/// </summary>
/// <remarks>
/// A few kills each time; three hundred on each database by
/// <c>GDPRKIT_KILLS=300 dotnet test tests/GdprKit.EntityFrameworkCore.Tests --filter FullyQualifiedName~OrderKillTests</c>.
/// </remarks>
public sealed class OrderKillTests(PostgreSqlServer server)
{
    private const int KillsOfOneDatabase = 25;

    private const int MostLinesBefore = 40;

    private const int MostMilliseconds = 12;

    private static readonly int Kills = int.TryParse(Environment.GetEnvironmentVariable("GDPRKIT_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills : 6;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task On_SQLite_order_and_mirror_are_whole_after_every_kill() => InPortionsAsync(async (folder, first, kills) =>
        await KillAsync(await CrashDatabase.InSqliteAsync(folder, "wal", Token), folder, first, kills));

    [PostgreSqlFact]
    public Task On_PostgreSQL_order_and_mirror_are_whole_after_every_kill() => InPortionsAsync(async (folder, first, kills) =>
    {
        await using var database = await server.CreateDatabaseAsync(Token);
        await KillAsync(await CrashDatabase.InPostgreSqlAsync(database.ConnectionString, Token), folder, first, kills);
    });

    private static async Task InPortionsAsync(Func<string, int, int, Task> portion)
    {
        var started = Stopwatch.GetTimestamp();
        for (var first = 0; first < Kills; first += KillsOfOneDatabase)
        {
            var folder = Directory.CreateTempSubdirectory("gdprkit-order-");
            try
            {
                await portion(folder.FullName, first, Math.Min(KillsOfOneDatabase, Kills - first));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{Kills} kills in {Stopwatch.GetElapsedTime(started).TotalSeconds:N0} s");
    }

    private static async Task KillAsync(CrashDatabase database, string folder, int first, int kills)
    {
        var mirror = Path.Combine(folder, "mirror");
        var (acknowledged, begun, safe) = (new Dictionary<string, int>(), new Dictionary<string, int>(), new HashSet<EntryId>());
        for (var kill = 0; kill < kills; kill++)
        {
            var random = new Random(first + kill);
            using var host = await KilledOrderer.StartAsync(database.Kind, database.ConnectionString, mirror, kill, 2 * (first + kill), Token);
            await host.ListenAsync(random.Next(MostLinesBefore), Token);
            await host.KillAfterAsync(TimeSpan.FromMilliseconds(random.NextDouble() * MostMilliseconds));
            await database.SettleAsync(Token);
            Merge(acknowledged, host.Acknowledged);
            Merge(begun, host.Begun);
            safe.UnionWith(host.Safe);

            var found = await Survivors.ReadAsync(database.Options, Token);
            found.Where(row => row.Value > begun.GetValueOrDefault(row.Key)).Should().BeEmpty("nothing is there that nobody began");
            acknowledged.Where(row => found.GetValueOrDefault(row.Key) < row.Value).Should().BeEmpty("what was acknowledged is there");
            await using var provider = new Orderer(database.Kind, database.ConnectionStringOfTests, mirror).Create(new FakeClock(Orderer.Start + Duration.FromMinutes(kills)));
            await LookAsync(provider, safe, isLast: kill == kills - 1);
        }
    }

    private static async Task LookAsync(ServiceProvider provider, HashSet<EntryId> safe, bool isLast)
    {
        await using var scope = provider.CreateAsyncScope();
        var (log, mirror, verification) = (scope.ServiceProvider.GetRequiredService<ILedgerLog>(), provider.GetRequiredService<ILedgerMirror>(), provider.GetRequiredService<LedgerVerification>());
        if (isLast)
        {
            var latest = await scope.ServiceProvider.GetRequiredService<ILedgerStore>().ReadLatestAsync(before: null, limit: 1, Token);
            await provider.GetRequiredService<LedgerSequencer>().EnsureMirroredAsync(latest.Select(entry => entry.Id).ToValueList(), Token);
            (await log.CountPendingAsync(Token)).Should().Be(0);
        }

        var ordered = await ReadAsync(log.ReadLogAsync);
        ordered.Select(entry => entry.Position).Should().Equal(Enumerable.Range(0, ordered.Count).Select(position => (long)position), "no position is left out, and none is given twice");
        var tip = await log.ReadTipAsync(Token);
        (tip?.Tree.Root.ToString() ?? RootOf([])).Should().BeEquivalentTo(RootOf(ordered));

        // What was forgotten nowhere is the same in both, with its details.
        var mirrored = await ReadAsync(mirror.ReadAsync);
        mirrored.Should().Equal(ordered.Take(mirrored.Count), "the mirror holds the beginning of it");
        safe.Except(mirrored.Select(entry => entry.Id)).Should().BeEmpty("who was told that it lies in the mirror can count on it");
        (tip?.MirroredSize ?? 0).Should().BeLessThanOrEqualTo(mirrored.Count);
        var report = await verification.VerifyAsync(cancellationToken: Token);
        report.Findings.Should().BeEmpty();
        report.Mirror.State.Should().BeOneOf(isLast ? [MirrorState.Level] : [MirrorState.Level, MirrorState.Ahead]);
    }

    private static async Task<List<OrderedEntry>> ReadAsync(Func<long, int, CancellationToken, ValueTask<ValueList<OrderedEntry>>> read)
    {
        var all = new List<OrderedEntry>();
        while (await read(all.Count, 1_000, Token) is { IsEmpty: false } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    private static void Merge(Dictionary<string, int> rows, Dictionary<string, int> newer)
    {
        foreach (var (name, purchases) in newer)
        {
            rows[name] = Math.Max(purchases, rows.GetValueOrDefault(name));
        }
    }

    // As RFC 6962 (section 2.1) has it, and by nothing of the program.
    private static string RootOf(IReadOnlyList<OrderedEntry> entries)
    {
        return Convert.ToHexString(entries.Count == 0 ? SHA256.HashData([]) : Tree(0, entries.Count));

        byte[] Tree(int from, int count)
        {
            if (count == 1)
            {
                return SHA256.HashData([0, .. Convert.FromHexString(entries[from].Hash.ToString())]);
            }

            var left = (int)BitOperations.RoundUpToPowerOf2((uint)count) / 2;
            return SHA256.HashData([1, .. Tree(from, left), .. Tree(from + left, count - left)]);
        }
    }
}
