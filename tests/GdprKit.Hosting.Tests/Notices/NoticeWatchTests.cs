using GdprKit.Hosting;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;

namespace GdprKit;

public sealed class NoticeWatchTests : WorkerTest
{
    [Fact]
    public async Task Mails_and_people_are_measured_by_version_and_no_tag_names_anybody()
    {
        Transport.Answer = mail => mail.To switch
        {
            "c1@example.org" => new MailOutcome.Refused(MailFault.AddressRefused),
            "c2@example.org" => new MailOutcome.Deferred(MailFault.TryLater),
            _ => new MailOutcome.Accepted(),
        };
        var host = Host();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        var version = await PublishAndStartAsync(host);
        await StartAsync<NoticeSendingWork>(host);
        await StartAsync<NoticeCountingWork>(host);

        var tag = version.Digest.ToString()[..16];
        measured.Lines.Where(line => !line.StartsWith("gdprkit.ledger.", StringComparison.Ordinal)).Should().BeEquivalentTo(
            $"gdprkit.notice.mails.sent version={tag} occasion=notice: 8 {{mail}}",
            $"gdprkit.notice.mails.deferred version={tag}: 1 {{mail}}",
            $"gdprkit.notice.unreachable version={tag}: 1 {{person}}",
            $"gdprkit.notice.people version={tag} status=queued: 1 {{person}}",
            $"gdprkit.notice.people version={tag} status=sending: 0 {{person}}",
            $"gdprkit.notice.people version={tag} status=sent: 8 {{person}}",
            $"gdprkit.notice.people version={tag} status=bounced: 0 {{person}}",
            $"gdprkit.notice.people version={tag} status=unreachable: 1 {{person}}",
            $"gdprkit.notice.people version={tag} status=acknowledged: 0 {{person}}",
            $"gdprkit.notice.standstill version={tag}: 0 {{s}}",
            "gdprkit.work.rounds work=notice.send outcome=done: 1 {round}",
            "gdprkit.work.rounds work=notice.count outcome=done: 1 {round}");
    }

    [Fact]
    public async Task A_campaign_that_stands_still_for_too_long_is_unhealthy_until_mails_go_again()
    {
        var isDown = true;
        Transport.Answer = _ => isDown ? new MailOutcome.Stalled(MailFault.Unreachable) : new MailOutcome.Accepted();
        var host = Host(options => options.PatientFor = Duration.FromMinutes(2));
        var version = await PublishAndStartAsync(host);
        await StartAsync<NoticeSendingWork>(host);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "it may be over soon");

        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();
        var sick = await HealthAsync(host);
        sick.Status.Should().Be(HealthStatus.Unhealthy);
        sick.Description.Should().Contain(version.Digest.ToString()[..16]).And.NotContain("@");

        isDown = false;
        for (var minute = 0; minute < 11; minute++)
        {
            Time.Pass(Duration.FromMinutes(1));
            await WaitsAsync();
        }

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        Transport.Mails.Should().HaveCount(10);
    }

    [Fact]
    public async Task A_work_that_keeps_failing_is_unhealthy()
    {
        Work.Round = _ => throw new TimeoutException("The database does not answer.");
        var host = Host(options => options.PatientFor = Seconds(3));
        var (_, waits) = await StartAsync<FakeWork>(host);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);

        Time.Pass(waits);
        Time.Pass(await WaitsAsync());

        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Unhealthy }).And.Match<HealthReportEntry>(entry => entry.Description!.Contains("'test'"));
    }

    [Fact]
    public async Task A_campaign_that_was_paused_is_watched_no_longer()
    {
        Transport.Answer = _ => new MailOutcome.Stalled(MailFault.Unreachable);
        var host = Host(options => options.PatientFor = Seconds(1));
        var version = await PublishAndStartAsync(host);
        await StartAsync<NoticeSendingWork>(host);

        await host.GetRequiredService<NoticeCampaigns>().PauseAsync(version, Token);
        await WaitsAsync();
        Time.Pass(Duration.FromHours(2));

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task People_are_counted_no_more_often_than_declared()
    {
        var host = Host(options => options.CountEvery = Duration.FromMinutes(3));
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        var version = await PublishAndStartAsync(host);
        await StartAsync<NoticeCountingWork>(host);
        await SendAsync(host, version);

        for (var minute = 0; minute < 2; minute++)
        {
            Time.Pass(Duration.FromMinutes(1));
            await WaitsAsync();
        }

        measured.Lines.Should().Contain(line => line.Contains("status=queued: 10"));
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();
        measured.Lines.Should().Contain(line => line.Contains("status=sent: 10"));
    }

    private static async Task<HealthReportEntry> HealthAsync(IServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-workers"];
}
