using GdprKit.Hosting;
using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace GdprKit;

/// <summary>When what GdprKit remembers itself goes. The shop is in Amsterdam, and it is half past ten in the morning there.</summary>
public sealed class LedgerExpiryWorkTests : WorkerTest
{
    private static readonly Operator Lawyer = Operator.Parse("staff-7");

    private InMemoryLedgerMirror Mirror { get; set; } = new();

    [Fact]
    public async Task It_goes_at_night_where_the_controller_is_and_never_because_a_process_starts()
    {
        var host = ExpiryHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        var stream = await EndAsync(host, 3);
        Clock.AdvanceDays(365 * 6);

        var (_, waits) = await StartAsync<LedgerExpiryWork>(host);
        waits.Should().Be(Duration.FromHours(1));
        await PassAsync(hours: 16);
        (await StandsAsync(host, stream)).Should().BeTrue("it is half past two");
        await PassAsync(hours: 1);

        (await StandsAsync(host, stream)).Should().BeFalse();
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6416", StringComparison.Ordinal))
            .Which.Should().Be("Information GDPR6416: 3 records of what GdprKit remembers itself are gone, because their periods have ended: test.subscription 3.");
        measured.Lines.Should().Contain("gdprkit.ledger.expired kind=test.subscription: 3 {record}");
        await PassAsync(hours: 24);
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6416", StringComparison.Ordinal), "nothing else has ended");
    }

    [Fact]
    public async Task The_hour_of_the_night_can_be_another_one()
    {
        var host = ExpiryHost(options => options.CleanUpAt = new LocalTime(22, 0));
        var stream = await EndAsync(host);
        Clock.AdvanceDays(365 * 6);

        await StartAsync<LedgerExpiryWork>(host);
        await PassAsync(hours: 12);

        (await StandsAsync(host, stream)).Should().BeFalse();
    }

    [Fact]
    public async Task What_is_on_hold_stays_for_as_long_as_it_is()
    {
        var host = ExpiryHost();
        var stream = await EndAsync(host);
        Clock.AdvanceDays(365 * 6);
        var holds = host.GetRequiredService<LegalHolds>();
        var evidence = new HoldScope.Category(Key<DataCategory>.Parse("gdprkit-evidence"));
        var hold = await holds.PlaceAsync(evidence, HoldGround.LegalClaims, Lawyer, "Broken kettle", Clock.GetCurrentInstant().InUtc().Date.PlusDays(30), cancellationToken: Token);

        await StartAsync<LedgerExpiryWork>(host);
        await PassAsync(hours: 24);
        (await StandsAsync(host, stream)).Should().BeTrue();

        await holds.LiftAsync(evidence, hold, Lawyer, "Settled.", Token);
        await PassAsync(hours: 24);
        (await StandsAsync(host, stream)).Should().BeFalse();
    }

    [Fact]
    public async Task In_an_older_copy_nothing_goes_until_it_is_replayed_and_that_is_said_once_and_is_no_fault()
    {
        using var database = new InMemoryDatabase();
        var shop = ExpiryHost(besides: services => services.AddSingleton(database));
        var stream = await EndAsync(shop);
        await PumpAsync(shop);
        using var backup = database.Copy();
        await EndAsync(shop);
        await PumpAsync(shop);
        var restored = ExpiryHost(besides: services => services.AddSingleton(backup));
        Clock.AdvanceDays(365 * 6);

        await StartAsync<LedgerExpiryWork>(restored);
        await PassAsync(hours: 48);

        (await StandsAsync(restored, stream)).Should().BeTrue();
        Log.Lines.Should().ContainSingle(line => line.Contains("GDPR6417", StringComparison.Ordinal)).Which.Should().StartWith("Warning GDPR6417").And.Contain("GDPR3135");
        Log.Lines.Should().NotContain(line => line.Contains("GDPR6400", StringComparison.Ordinal));
        (await HealthAsync(restored)).Status.Should().Be(HealthStatus.Healthy, "the ledger's own check tells of it");

        await restored.GetRequiredService<DatabaseRestores>().ReplayAsync(Lawyer, cancellationToken: Token);
        await PassAsync(hours: 1);
        (await StandsAsync(restored, stream)).Should().BeFalse("the night is made up for");
    }

    [Fact]
    public async Task What_fails_is_tried_again_and_makes_the_host_unhealthy_when_it_goes_on_failing()
    {
        var isGone = false;
        var host = ExpiryHost(besides: services => services.AddSingleton<ILedgerMirror>(new Switched(() => isGone ? throw new IOException("The disk is gone.") : Mirror)));
        var stream = await EndAsync(host);
        Clock.AdvanceDays(365 * 6);
        await StartAsync<LedgerExpiryWork>(host);
        isGone = true;
        await PassAsync(hours: 17);
        Log.Lines.Should().Contain(line => line.StartsWith("Error GDPR6400", StringComparison.Ordinal) && line.Contains("'ledger.expire'"));
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "it may be nothing");
        await PassAsync(hours: 2);
        (await HealthAsync(host)).Should().Match<HealthReportEntry>(entry => entry.Status == HealthStatus.Unhealthy && entry.Description!.Contains("'ledger.expire'"));

        isGone = false;
        await PassAsync(hours: 1);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        (await StandsAsync(host, stream)).Should().BeFalse();
    }

    [Fact]
    public async Task Its_mirror_forgets_it_too_as_soon_as_it_can_be_used()
    {
        var host = ExpiryHost();
        await EndAsync(host);
        await PumpAsync(host);
        Clock.AdvanceDays(365 * 6);
        await StartAsync<LedgerExpiryWork>(host);
        await PassAsync(hours: 17);
        (await ExpiredInMirrorAsync()).Should().Be(0, "nobody looked yet whether the mirror can be used");

        host.GetRequiredService<LedgerWatch>().See(await PumpAsync(host), 0, Clock.GetCurrentInstant());
        await PassAsync(hours: 1);
        (await ExpiredInMirrorAsync()).Should().Be(2);
    }

    private async Task<int> ExpiredInMirrorAsync() => (await Mirror.ReadAsync(0, 1_000, Token)).Count(entry => entry.ExpiredHash is not null);

    private IServiceProvider ExpiryHost(Action<WorkerOptions>? configure = null, Action<IServiceCollection>? besides = null) => Host(
        options =>
        {
            options.LookEvery = Duration.FromHours(1);
            configure?.Invoke(options);
        },
        services =>
        {
            services.AddGdprKit().AddStreams<Subscription>();
            services.AddSingleton<ILedgerMirror>(new Switched(() => Mirror));
            besides?.Invoke(services);
        });

    private static async Task<StreamId> EndAsync(IServiceProvider host, int count = 1)
    {
        var stream = default(StreamId);
        for (var each = 0; each < count; each++)
        {
            stream = Subscription.StreamOf(SubjectRef.New());
            await host.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(stream, null, _ => [Subscription.Start(), Subscription.Stop()], Token);
        }

        return stream;
    }

    private static async Task<bool> StandsAsync(IServiceProvider host, StreamId stream) => (await host.GetRequiredService<ILedgerStore>().FindHeadsAsync([stream], Token)).Count == 1;

    private static Task<SequencingResult> PumpAsync(IServiceProvider host) => host.GetRequiredService<LedgerSequencer>().PumpAsync(Token).AsTask();

    private static async Task<HealthReportEntry> HealthAsync(IServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-workers"];

    // The worker waits an hour at a time at most, and looks after each.
    private async Task PassAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();
        }
    }
}
