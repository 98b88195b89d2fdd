using System.Text;
using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>What has expired is in no file of the mirror any more, everything is still proved, and older copies can still be restored.</summary>
public sealed class ExpiredEverywhereTests : WorkerTest, IAsyncLifetime
{
    // Found nowhere by chance.
    private const long Copies = 4711047110815;

    private const string Note = "canary-note-of-the-one-who-left";

    private static readonly Operator Manager = Operator.Parse("staff-7");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-mirror-");

    private readonly InMemoryDatabase _database = new();

    private readonly FileLedgerMirror _mirror;

    private readonly StreamId _runs = Subscription.StreamOf(SubjectRef.New(), "news");

    private readonly StreamId _left = Subscription.StreamOf(SubjectRef.New(), "news");

    public ExpiredEverywhereTests() => _mirror = new(_folder.FullName);

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _mirror.Dispose();
        _database.Dispose();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task After_the_night_it_is_in_neither_and_everything_is_still_proved()
    {
        var host = ExpiryHost(_database);
        var (before, entries) = await LeaveAsync(host);
        (await IsInAsync(host)).Should().Be((true, true));

        await NightAsync(host);

        (await IsInAsync(host)).Should().Be((false, false));
        await ShouldBeProvedAsync(host, before, entries);
    }

    [Fact]
    public async Task A_copy_from_before_all_of_it_is_restored_without_what_has_expired_since()
    {
        var host = ExpiryHost(_database);
        await StartSubscriptionAsync(host, _runs, 1);
        await PumpAsync(host);
        using var backup = _database.Copy();
        var (before, entries) = await LeaveAsync(host);
        await NightAsync(host);

        var restored = ExpiryHost(backup);
        var report = await restored.GetRequiredService<DatabaseRestores>().ReplayAsync(Manager, cancellationToken: Token);

        report.IsFinished.Should().BeTrue();
        (await IsInAsync(restored)).Should().Be((false, false));
        await ShouldBeProvedAsync(restored, before, entries);
    }

    [Fact]
    public async Task A_copy_from_the_day_before_is_restored_with_it_and_it_goes_again_in_the_next_night()
    {
        var host = ExpiryHost(_database);
        var (before, entries) = await LeaveAsync(host);
        using var backup = _database.Copy();
        await NightAsync(host);
        await StartSubscriptionAsync(host, Subscription.StreamOf(SubjectRef.New(), "news"), 1);
        await PumpAsync(host);

        var restored = ExpiryHost(backup);
        (await restored.GetRequiredService<DatabaseRestores>().ReplayAsync(Manager, cancellationToken: Token)).IsFinished.Should().BeTrue();
        (await IsInAsync(restored)).Should().Be((true, false), "the copy has it, and the mirror does not get it back");
        await ShouldBeProvedAsync(restored, before, entries);
        Clock.AdvanceDays(1);
        await restored.GetRequiredService<LedgerExpiryWork>().DoAsync(restored.GetRequiredService<IServiceScopeFactory>(), Token);
        Clock.AdvanceDays(1);
        await restored.GetRequiredService<LedgerExpiryWork>().DoAsync(restored.GetRequiredService<IServiceScopeFactory>(), Token);

        (await IsInAsync(restored)).Should().Be((false, false));
        await ShouldBeProvedAsync(restored, before, entries);
    }

    private IServiceProvider ExpiryHost(InMemoryDatabase database) => Host(
        options => options.LookEvery = Duration.FromHours(1),
        services =>
        {
            services.AddGdprKit().AddStreams<Subscription>();
            services.AddSingleton(database);
            services.AddSingleton<ILedgerMirror>(_mirror);
        });

    // One runs on, another one ends, and both are in the mirror.
    private async Task<(LedgerTip Tip, List<LedgerEntry> Entries)> LeaveAsync(IServiceProvider host)
    {
        await StartSubscriptionAsync(host, _runs, 1);
        await StartSubscriptionAsync(host, _left, Copies);
        await host.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(_left, null, _ => [Subscription.Stop()], Token);
        await StartSubscriptionAsync(host, _runs, 2);
        await PumpAsync(host);
        var store = host.GetRequiredService<ILedgerStore>();
        return ((await host.GetRequiredService<ILedgerLog>().ReadTipAsync(Token))!, await store.ReadStreamAsync(_left, 0, Token).Concat(store.ReadStreamAsync(_runs, 0, Token)).ToListAsync(Token));
    }

    private async Task NightAsync(IServiceProvider host)
    {
        Clock.AdvanceDays(365 * 6);
        var (ordering, _) = await StartAsync<LedgerOrderingWork>(host);
        await ordering.StopAsync(Token);
        await StartAsync<LedgerExpiryWork>(host);
        Time.Pass(Duration.FromDays(1));
        await WaitsAsync();
    }

    private async Task StartSubscriptionAsync(IServiceProvider host, StreamId stream, long copies)
    {
        Clock.AdvanceSeconds(1);
        await host.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(
            stream, null, _ => [Subscription.Start(copies) with { Details = EntryDetails.Of(("note", stream == _left ? Note : "another note")) }], Token);
    }

    private static async Task PumpAsync(IServiceProvider host) => await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token);

    private async Task<(bool Ledger, bool Mirror)> IsInAsync(IServiceProvider host)
    {
        var latest = await host.GetRequiredService<ILedgerStore>().ReadLatestAsync(null, 1_000, Token);
        var files = _folder.GetFiles("*", SearchOption.AllDirectories).Select(file => Read(file.FullName)).ToList();
        files.Should().Contain(file => file.Contains("another note", StringComparison.Ordinal), "else nothing is proved by what is not found");
        return (latest.Any(entry => entry.Stream == _left), files.Any(file => file.Contains(Note, StringComparison.Ordinal) || file.Contains($"{Copies}", StringComparison.Ordinal)));
    }

    private static async Task ShouldBeProvedAsync(IServiceProvider host, LedgerTip before, List<LedgerEntry> entries)
    {
        var log = host.GetRequiredService<ILedgerLog>();
        var tip = (await log.ReadTipAsync(Token))!;
        var proofs = new MerkleProofs(log);
        foreach (var position in await log.FindPositionsAsync(entries.Select(entry => entry.Id).ToValueList(), Token))
        {
            var hash = entries.Single(entry => entry.Id == position.Id).Hash;
            (await proofs.ProveInclusionAsync(position.Position, tip.Tree.Size, Token)).Verifies(MerkleTree.LeafOf(hash), tip.Tree.Root).Should().BeTrue();
        }

        (await proofs.RootAsync(before.Tree.Size, Token)).Should().Be(before.Tree.Root);
        var report = await host.GetRequiredService<LedgerVerification>().VerifyAsync(cancellationToken: Token);
        report.Findings.Should().BeEmpty();
        report.Mirror.State.Should().Be(MirrorState.Level);
    }

    private static string Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(file, Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
