using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class NoticeDutyWorkTests : WorkerTest
{
    private readonly List<Lead> _leads = [new(50, "lead@example.org", "Address trader", new LocalDate(2026, 11, 1))];

    [Fact]
    public async Task While_nobody_tells_whose_data_were_obtained_it_warns_and_after_a_month_it_is_unhealthy()
    {
        var host = LeadHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);

        await StartAsync<NoticeDutyWork>(host);

        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Degraded }).And.Match<HealthReportEntry>(entry => entry.Description!.Contains("2026") && !entry.Description.Contains('@'));
        measured.Lines.Should().Contain("gdprkit.notice.obtained status=untold: 1 {person}");
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Warning GDPR6402", StringComparison.Ordinal)).Which.Should().NotContain("lead@");

        await PassAsync(hours: 6 * 24);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Unhealthy);
        measured.Lines.Should().Contain("gdprkit.notice.obtained status=overdue: 1 {person}");
    }

    [Fact]
    public async Task A_campaign_that_tells_them_ends_the_duty()
    {
        var host = LeadHost();
        await StartAsync<NoticeDutyWork>(host);
        var version = await PublishAndStartAsync(host);
        await SendAsync(host, version);

        await PassAsync(hours: 1);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        Transport.Addresses.Should().Contain("lead@example.org");
    }

    [Fact]
    public async Task It_looks_no_more_often_than_every_hour()
    {
        var host = LeadHost();
        await StartAsync<NoticeDutyWork>(host);
        _leads.Clear();

        Time.Pass(Duration.FromMinutes(59));
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Degraded);
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    private IServiceProvider LeadHost() => Host(
        options => options.LookEvery = Duration.FromHours(1),
        services => services.AddGdprKit()
            .AddMap<Lead>(data => data.IsSubject(Customers, lead => lead.Id).Field(EmailAddress, lead => lead.Email).Email(lead => lead.Email).ObtainedFrom(lead => lead.Source).Arrived(lead => lead.Came))
            .UseInMemory(memory => memory.Keep(() => Clients).Keep(() => _leads)));

    // The worker waits an hour at a time, and looks after each.
    private async Task PassAsync(int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Time.Pass(Duration.FromHours(1));
            await WaitsAsync();
        }
    }

    private static async Task<HealthReportEntry> HealthAsync(IServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-workers"];

    private sealed record Lead(int Id, string Email, string Source, LocalDate Came);
}
