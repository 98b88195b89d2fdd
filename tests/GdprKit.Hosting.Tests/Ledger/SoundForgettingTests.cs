using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>The mirror forgets only what a ledger has forgotten in which nothing is wrong: else it may have the only copy.</summary>
public sealed class SoundForgettingTests : WorkerTest
{
    private readonly InMemoryLedgerMirror _mirror = new();

    private readonly ForgedExpiry _forged = new();

    [Fact]
    public async Task A_forged_expiry_is_found_and_takes_nothing_from_the_mirror()
    {
        var host = ForgedHost();
        var forged = await SubscribeAsync(host);
        await SubscribeAsync(host);
        await LookAsync(host);
        await StartAsync<LedgerVerifyingWork>(host);
        _forged.Stream = forged;
        await PassAsync(hours: 24);

        (await BodiesAsync()).Should().Be(4);
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6418", StringComparison.Ordinal)).Which.Should().Be(
            "Warning GDPR6418: the mirror of the ledger stays as it is and forgets nothing, because a verification of the ledger found 1 things that do not fit.");
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Critical GDPR6405", StringComparison.Ordinal) && line.Contains(nameof(VerificationFault.HeadChanged)));
    }

    [Fact]
    public async Task In_the_night_it_takes_nothing_from_the_mirror_either_and_what_has_expired_goes_after_the_next_sound_verification()
    {
        var host = ForgedHost();
        await SubscribeAsync(host);
        await EndAsync(host, await SubscribeAsync(host));
        Clock.AdvanceDays(365 * 6);
        var forged = await SubscribeAsync(host);
        await LookAsync(host);
        _forged.Stream = forged;
        await StartAsync<LedgerExpiryWork>(host);
        await PassAsync(hours: 24);
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6416", StringComparison.Ordinal), "one has ended");
        (await BodiesAsync()).Should().Be(7);
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6418", StringComparison.Ordinal), "it is not looked for every hour");

        _forged.Stream = null;
        await host.GetRequiredService<LedgerVerifyingWork>().DoAsync(host.GetRequiredService<IServiceScopeFactory>(), Token);
        Clock.AdvanceDays(1);
        await host.GetRequiredService<LedgerVerifyingWork>().DoAsync(host.GetRequiredService<IServiceScopeFactory>(), Token);

        (await BodiesAsync()).Should().Be(4, "what the forger left alone has expired");
        (await _mirror.ReadAsync(0, 10, Token)).Should().Contain(entry => entry.Entry != null && entry.Entry.Stream == forged);
    }

    private IServiceProvider ForgedHost() => Host(
        options => options.LookEvery = Duration.FromHours(1),
        services =>
        {
            services.AddGdprKit().AddStreams<Subscription>();
            services.AddSingleton<ILedgerMirror>(_mirror);
            _forged.In(services);
        });

    private async Task<int> BodiesAsync() => (await _mirror.ReadAsync(0, 100, Token)).Count(entry => entry.Entry is not null);

    private static async Task<StreamId> SubscribeAsync(IServiceProvider host)
    {
        var stream = Subscription.StreamOf(SubjectRef.New(), "news");
        await host.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(stream, null, _ => [Subscription.Start(), Subscription.Start(2)], Token);
        return stream;
    }

    private static async Task EndAsync(IServiceProvider host, StreamId stream) =>
        await host.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(stream, null, _ => [Subscription.Stop()], Token);

    // A worker that verifies leaves the mirror alone until one that orders has seen that it can be used.
    private async Task LookAsync(IServiceProvider host) =>
        host.GetRequiredService<LedgerWatch>().See(await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token), 0, Clock.GetCurrentInstant());

    private async Task PassAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();
        }
    }
}
