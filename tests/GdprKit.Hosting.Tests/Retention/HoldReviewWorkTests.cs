using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class HoldReviewWorkTests : WorkerTest
{
    private static readonly Operator Lawyer = Operator.Parse("staff-7");

    private static readonly HoldScope Scope = new HoldScope.Person(SubjectId.Of(Customers, 7));

    [Fact]
    public async Task When_a_review_date_has_passed_it_warns_and_is_degraded_until_the_hold_is_reviewed()
    {
        var host = Host(options => options.LookEvery = Duration.FromHours(1), services => services.AddHealthChecks().AddGdprKitHolds());
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        var holds = host.GetRequiredService<LegalHolds>();
        var hold = await holds.PlaceAsync(Scope, HoldGround.LegalClaims, Lawyer, "Broken kettle", new LocalDate(2026, 11, 26), cancellationToken: Token);
        await holds.PlaceAsync(Scope, HoldGround.Investigation, Lawyer, "Audit", new LocalDate(2027, 3, 1), cancellationToken: Token);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "nobody has looked");

        await StartAsync<HoldReviewWork>(host);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        measured.Lines.Should().Contain("gdprkit.retention.holds status=standing: 2 {hold}").And.Contain("gdprkit.retention.holds status=overdue: 0 {hold}");

        await PassAsync(hours: 14);

        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Degraded })
            .And.Match<HealthReportEntry>(entry => entry.Description!.Contains("1 of 2") && entry.Description.Contains("lift it") && !entry.Description.Contains("kettle"));
        measured.Lines.Should().Contain("gdprkit.retention.holds status=overdue: 1 {hold}");
        await PassAsync(hours: 2);
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Warning GDPR6407", StringComparison.Ordinal)).Which.Should().NotContain("kettle");
        (await holds.FindAsync(Scope, Token))!.Holds.Should().HaveCount(2, "it stands on");

        await holds.ProlongAsync(Scope, hold, new LocalDate(2027, 3, 1), Lawyer, "The appeal runs.", Token);
        await PassAsync(hours: 1);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

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
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-holds"];
}
