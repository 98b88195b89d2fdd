using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

public sealed class RequestReviewWorkTests : WorkerTest
{
    private static readonly Operator Clerk = Operator.Parse("staff-7");

    private static readonly SubjectId Owner = SubjectId.Of(Customers, 7);

    [Fact]
    public async Task What_is_due_within_a_week_is_told_and_what_is_overdue_is_unhealthy_until_it_is_answered()
    {
        var host = Host(options => options.LookEvery = Duration.FromHours(1), services => services.AddHealthChecks().AddGdprKitRequests());
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        var requests = host.GetRequiredService<RightsRequests>();
        var today = Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb["Europe/Amsterdam"]).Date;
        // Due today: a month ago, and no weekend between.
        var due = await requests.ReceiveAsync(Letter(today.PlusMonths(-1)), Owner, cancellationToken: Token);
        await requests.ReceiveAsync(Letter(today), Owner, cancellationToken: Token);
        var waiting = await requests.ReceiveAsync(Letter(today), null, cancellationToken: Token);
        await requests.AskIdentityAsync(waiting, Clerk, "Nobody has this kettle.", cancellationToken: Token);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "nobody has looked");

        await StartAsync<RequestReviewWork>(host);

        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Degraded }).And.Match<HealthReportEntry>(entry => entry.Description!.Contains("1 of 3"));
        measured.Lines.Should().Contain("gdprkit.requests.open status=due-soon: 1 {request}").And.Contain("gdprkit.requests.open status=waiting: 1 {request}")
            .And.Contain("gdprkit.requests.open status=open: 1 {request}").And.Contain("gdprkit.requests.open status=overdue: 0 {request}");

        await PassAsync(hours: 14);

        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Unhealthy })
            .And.Match<HealthReportEntry>(entry => entry.Description!.Contains("1 of 3") && entry.Description.Contains("ListOverdueAsync") && !entry.Description.Contains("kettle"));
        measured.Lines.Should().Contain("gdprkit.requests.open status=overdue: 1 {request}");
        await PassAsync(hours: 2);
        Log.Lines.Where(line => line.Contains("GDPR6409", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("Warning").And.NotContain("kettle");
        Log.Lines.Where(line => line.Contains("GDPR6410", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().StartWith("Error").And.NotContain("kettle");
        await PassAsync(hours: 24);
        Log.Lines.Where(line => line.Contains("GDPR6410", StringComparison.Ordinal)).Should().HaveCount(2, "it is told every day");

        await requests.RefuseAsync(due, Clerk, RightsRequestGround.Excessive, "You asked yesterday.", Token);
        await PassAsync(hours: 1);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    private static RightsRequestIntake Letter(LocalDate on) => new()
    {
        Kind = RightsRequestKind.Access,
        Through = RightsRequestChannel.Letter,
        ReceivedOn = on,
        EnteredBy = Clerk,
        Words = "What do you know of my kettle?",
    };

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
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-requests"];
}
