using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace GdprKit;

public sealed class LedgerWorkTests : WorkerTest
{
    private InMemoryLedgerMirror Mirror { get; set; } = new();

    [Fact]
    public async Task What_is_recorded_gets_a_position_and_comes_to_the_mirror_within_a_second()
    {
        var host = LedgerHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        await StartAsync<LedgerOrderingWork>(host);
        await PublishAsync(host);
        await WaitsAsync();

        Time.Pass(Seconds(1));
        await WaitsAsync();

        var tip = await host.GetRequiredService<ILedgerLog>().ReadTipAsync(Token);
        tip!.Tree.Size.Should().BePositive();
        (await Mirror.ReadTipAsync(Token))!.Tree.Should().Be(tip.Tree);
        tip.MirroredSize.Should().Be(tip.Tree.Size);
        measured.Lines.Should().Contain("gdprkit.ledger.pending : 0 {entry}").And.Contain("gdprkit.ledger.mirror.lag : 0 {entry}").And.Contain("gdprkit.ledger.mirror.fit status=level: 1 {1}");
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task An_older_database_is_unhealthy_with_the_remedy_and_warned_of_once()
    {
        var host = LedgerHost();
        await PublishAsync(host);
        await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
        var copy = Mirror;
        using var restored = new InMemoryDatabase();
        var older = LedgerHost(services => services.AddSingleton(restored));
        Mirror = copy;

        await StartAsync<LedgerOrderingWork>(older);
        await PassAsync(hours: 2);

        (await HealthAsync(older)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.StartsWith("GDPR3135") && entry.Description.Contains("Replay the mirror"));
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Error GDPR6403", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_verification_that_finds_something_makes_the_host_unhealthy()
    {
        var host = LedgerHost();
        await PublishAsync(host);
        await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
        await StartAsync<LedgerVerifyingWork>(host);
        host.GetRequiredService<LedgerWatch>().Verified.Should().BeNull("a host that starts has something better to do");

        await PassAsync(hours: 24);
        host.GetRequiredService<LedgerWatch>().Verified!.IsSound.Should().BeTrue();
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);

        // The mirror of another ledger is taken for this one.
        Mirror = new InMemoryLedgerMirror();
        await PassAsync(hours: 24);

        (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.Contains("MirrorUnfit"));
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Critical GDPR6405", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_a_verification_need_not_wait_for_the_next_day()
    {
        var host = LedgerHost();
        await PublishAsync(host);
        await host.GetRequiredService<LedgerSequencer>().PumpAsync(Token);
        await StartAsync<LedgerVerifyingWork>(host);
        var run = host.GetRequiredService<VerificationRun>();

        run.Ask().Should().BeTrue();
        await WaitsAsync();

        run.Last!.IsSound.Should().BeTrue();
        (run.Stage, host.GetRequiredService<LedgerWatch>().Verified).Should().Be((VerificationStage.Unspecified, run.Last));
    }

    [Fact]
    public async Task A_key_of_checkpoints_that_is_lost_is_told_once_and_stops_nothing()
    {
        var signer = new FailingSigner();
        var host = LedgerHost(services => services.AddSingleton<ICheckpointSigner>(signer));
        await StartAsync<LedgerOrderingWork>(host);
        for (var i = 0; i < 2; i++)
        {
            await SubscribeAsync(host);
            await WaitsAsync();
            await PassAsync(hours: 1);
            (await Mirror.ReadTipAsync(Token))!.Tree.Should().Be((await host.GetRequiredService<ILedgerLog>().ReadTipAsync(Token))!.Tree);
            (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Degraded && entry.Description!.Contains("GDPR0000"));
        }

        Log.Lines.Should().ContainSingle(line => line.StartsWith("Error GDPR6406", StringComparison.Ordinal));
        signer.IsLost = false;
        await SubscribeAsync(host);
        await WaitsAsync();
        await PassAsync(hours: 1);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        (await Mirror.ReadCheckpointAsync(Token)).Should().Be("signed");
    }

    [Fact]
    public async Task While_the_ledger_cannot_be_put_in_order_the_host_is_degraded_and_then_unhealthy_with_the_reason()
    {
        Exception? fault = null;
        var host = LedgerHost(services => services.AddSingleton<ILedgerMirror>(new Switched(() => fault is null ? Mirror : throw fault)));
        await StartAsync<LedgerOrderingWork>(host);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);

        fault = LedgerException.NotAsOrdered(7);
        await PassAsync(hours: 1);
        (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Degraded && entry.Description!.StartsWith("GDPR3122"));

        await PassAsync(hours: 1);
        (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.StartsWith("GDPR3122"));

        fault = new InvalidOperationException("ann@example.nl");
        await PassAsync(hours: 1);
        (await HealthAsync(host)).Should().Match<HealthReportEntry>(
            entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.StartsWith("GDPR6400") && entry.Description.Contains("InvalidOperationException") && !entry.Description.Contains("ann@"));

        fault = null;
        await PassAsync(hours: 1);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Entries_that_wait_while_none_gets_a_position_degrade_the_host_until_one_does()
    {
        var host = LedgerHost();
        var store = host.GetRequiredService<ILedgerStore>();
        var lease = await store.LeaseAsync(LeaseRequest.Take(LeaseName.Parse("ledger.order"), Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromHours(3)), Token);
        await SubscribeAsync(host);
        await StartAsync<LedgerOrderingWork>(host);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);

        await PassAsync(hours: 1);
        (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Degraded && entry.Description!.Contains("wait for a position (1)"));

        await store.LeaseAsync(LeaseRequest.Release(lease!, Clock.GetCurrentInstant()), Token);
        await PassAsync(hours: 1);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public void Verifying_is_done_at_lengths_that_make_sense() => new WorkerOptions().VerifyEvery.Should().Be(Duration.FromDays(1));

    private IServiceProvider LedgerHost(Action<IServiceCollection>? besides = null) => Host(
        options => options.LookEvery = Duration.FromHours(1),
        services =>
        {
            services.AddSingleton<ILedgerMirror>(new Switched(() => Mirror));
            services.AddHealthChecks().AddGdprKitLedger();
            besides?.Invoke(services);
        });

    private async Task PassAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();
        }
    }

    private static async Task<HealthReportEntry> HealthAsync(IServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-ledger"];

    private static async Task SubscribeAsync(IServiceProvider host)
    {
        await using var scope = host.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(Subscription.StreamOf(SubjectRef.New(), "news"), null, _ => [Subscription.Start()], Token);
    }

    private sealed class FailingSigner : ICheckpointSigner
    {
        public bool IsLost { get; set; } = true;

        public ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken) =>
            IsLost ? throw new KeyRingException("GDPR0000", "The key is lost.", "Put its copy back.") : new("signed");
    }
}
