using GdprKit.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NodaTime;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>The nightly backups of the shop are kept for 30 days, so what was made on a day is gone 31 days later. It is 26 November 2026.</summary>
public sealed class BackupReviewWorkTests : WorkerTest
{
    private static readonly Operator Manager = Operator.Parse("staff-7");

    private Instant Now => Clock.GetCurrentInstant();

    [Fact]
    public async Task A_backup_that_should_be_gone_is_told_with_its_set_since_when_and_what_to_do_until_it_is_gone()
    {
        var host = BackupHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        (await HealthAsync(host)).Should().BeEquivalentTo(new { Status = HealthStatus.Healthy, Description = "No worker has looked at the backups yet." });
        await StartAsync<BackupReviewWork>(host);

        await ReportAsync(host, Now - Duration.FromDays(31), Now);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "it goes today");
        measured.Lines.Should().Contain("gdprkit.backups.sets status=sound: 1 {set}").And.Contain("gdprkit.backups.sets status=overdue: 0 {set}");

        await ReportAsync(host, Now - Duration.FromDays(33), Now);
        await IsDegradedAsync(host, "Of the backups 'nightly' (nightly backup) one is there that should be gone since 2026-11-25. Remove it, and tell which there are (BackupSets.ReportAsync); or record until when it is kept (BackupSets.DelayAsync).");
        measured.Lines.Should().Contain("gdprkit.backups.sets status=overdue: 1 {set}").And.Contain("gdprkit.backups.sets status=sound: 0 {set}");

        await ReportAsync(host, Now);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Who_records_until_when_it_is_kept_need_not_wait_for_the_script_to_tell_again()
    {
        var host = BackupHost();
        await StartAsync<BackupReviewWork>(host);
        await ReportAsync(host, Now - Duration.FromDays(40), Now);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Degraded);

        Clock.AdvanceSeconds(1);
        await host.GetRequiredService<BackupSets>().DelayAsync(Nightly, new LocalDate(2026, 10, 1), new LocalDate(2027, 3, 1), Manager, "the disk was full", cancellationToken: Token);
        await WaitsAsync();

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_backup_that_is_missing_is_told_also_when_the_script_has_ended()
    {
        var host = BackupHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        await StartAsync<BackupReviewWork>(host);
        await ReportAsync(host, Now);

        await PassAsync(days: 2);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy, "one night can fail");
        await PassAsync(days: 1);

        await IsDegradedAsync(host, "Of the backups 'nightly' (nightly backup) the next should have been made by 2026-11-27. See why none is made, and tell which there are (BackupSets.ReportAsync).");
        measured.Lines.Should().Contain("gdprkit.backups.sets status=late: 1 {set}");

        await ReportAsync(host);
        (await HealthAsync(host)).Description.Should().Contain("there is none since 2026-11-29");
        await ReportAsync(host, Now);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    [Fact]
    public async Task Each_fault_is_logged_once_and_again_when_it_comes_back()
    {
        var host = BackupHost();
        await StartAsync<BackupReviewWork>(host);
        for (var time = 0; time < 2; time++)
        {
            await ReportAsync(host, Now - Duration.FromDays(33), Now);
            await ReportAsync(host, Now - Duration.FromDays(33), Now);
            await ReportAsync(host, Now);
        }

        Log.Lines.Where(line => line.Contains("GDPR6411", StringComparison.Ordinal)).Should().HaveCount(2).And.OnlyContain(line => line.StartsWith("Warning GDPR6411: Of the backups 'nightly'"));
    }

    [Fact]
    public async Task Of_a_set_of_which_nobody_ever_told_it_is_silent_where_nobody_said_that_somebody_should()
    {
        var host = BackupHost();
        using var measured = new Measured(host.GetRequiredService<GdprKitMeter>().Meter);
        await StartAsync<BackupReviewWork>(host);
        await PassAsync(days: 30);

        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
        Log.Lines.Should().NotContain(line => line.Contains("GDPR6411"));
        measured.Lines.Should().Contain("gdprkit.backups.sets status=unreported: 1 {set}").And.Contain("gdprkit.backups.sets status=sound: 0 {set}");
    }

    [Fact]
    public async Task Of_a_set_of_which_nobody_ever_told_it_says_so_where_somebody_should_have()
    {
        var host = BackupHost(areReported: true);
        await StartAsync<BackupReviewWork>(host);
        await IsDegradedAsync(host, "Of the backups 'nightly' (nightly backup) nobody ever told which there are. Let the script that makes them tell it (BackupSets.ReportAsync).");

        await ReportAsync(host, Now);
        (await HealthAsync(host)).Status.Should().Be(HealthStatus.Healthy);
    }

    private IServiceProvider BackupHost(bool areReported = false) => Host(
        options => (options.LookEvery, options.BackupsAreReported) = (Duration.FromDays(1), areReported),
        services => services.AddHealthChecks().AddGdprKitBackups());

    // What is told calls the worker.
    private async Task ReportAsync(IServiceProvider host, params Instant[] made)
    {
        Clock.AdvanceSeconds(1);
        await host.GetRequiredService<BackupSets>().ReportAsync(Nightly, made, Token);
        await WaitsAsync();
    }

    private async Task PassAsync(int days)
    {
        for (var day = 0; day < days; day++)
        {
            Time.Pass(Duration.FromDays(1));
            await WaitsAsync();
        }
    }

    private static async Task IsDegradedAsync(IServiceProvider host, string words)
    {
        var health = await HealthAsync(host);
        (health.Status, health.Description).Should().Be((HealthStatus.Degraded, words));
    }

    private static async Task<HealthReportEntry> HealthAsync(IServiceProvider host) =>
        (await host.GetRequiredService<HealthCheckService>().CheckHealthAsync(Token)).Entries["gdprkit-backups"];
}
