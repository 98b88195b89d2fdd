using GdprKit.Hosting;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>When the application looks by itself what is past its period. The shop is in Amsterdam, and it is half past ten in the morning there.</summary>
public sealed class RetentionRunWorkTests : WorkerTest
{
    [Fact]
    public async Task It_looks_at_night_where_the_controller_is_and_never_because_a_process_starts()
    {
        var host = Automatic();

        await StartAsync<RetentionRunWork>(host);
        (await SeenAsync(host)).Should().BeNull("a start is no night");

        await PassAsync(hours: 16);
        (await SeenAsync(host)).Should().BeNull("it is half past two");
        await PassAsync(hours: 1);
        (await SeenAsync(host)).Should().NotBeNull();
    }

    [Fact]
    public async Task It_looks_by_itself_only_where_that_was_asked()
    {
        var host = Host(options => options.LookEvery = Duration.FromHours(1));

        await StartAsync<RetentionRunWork>(host);
        await PassAsync(hours: 24);

        (await SeenAsync(host)).Should().BeNull();
    }

    [Fact]
    public async Task The_hour_of_the_night_can_be_another_one()
    {
        var host = Automatic(options => options.CleanUpAt = new LocalTime(22, 0));

        await StartAsync<RetentionRunWork>(host);
        await PassAsync(hours: 12);

        (await SeenAsync(host)).Should().NotBeNull();
    }

    private IServiceProvider Automatic(Action<WorkerOptions>? configure = null) => Host(
        options =>
        {
            options.LookEvery = Duration.FromHours(1);
            configure?.Invoke(options);
        },
        services => services.AddGdprKit().ConfigureRetentionRuns(runs => runs.IsAutomatic = true));

    private static async Task<Digest?> SeenAsync(IServiceProvider host) =>
        (await host.GetRequiredService<LedgerStreams>().LoadAsync<RulesSeen>(RulesSeen.Stream, Token)).State!.Register;

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
