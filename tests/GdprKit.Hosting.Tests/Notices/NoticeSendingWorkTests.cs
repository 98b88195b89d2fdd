using GdprKit.Hosting;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;

namespace GdprKit;

public sealed class NoticeSendingWorkTests : WorkerTest
{
    [Fact]
    public async Task Starting_a_campaign_tells_everybody_without_waiting()
    {
        var host = Host();
        await StartAsync<NoticeSendingWork>(host);

        await PublishAndStartAsync(host);
        await UntilIdleAsync();

        Transport.Addresses.Should().HaveCount(10).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_version_that_was_published_and_not_started()
    {
        var host = Host();
        await StartAsync<NoticeSendingWork>(host);

        await PublishAsync(host);
        await UntilIdleAsync();

        Transport.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_newcomer_is_told_at_the_next_look()
    {
        var host = Host();
        await PublishAndStartAsync(host);
        await StartAsync<NoticeSendingWork>(host);

        Clients = Clients.Add(new Client(11, "c11@example.org"));
        Time.Pass(Duration.FromMinutes(1));
        await WaitsAsync();

        Transport.Addresses.Should().HaveCount(11).And.Contain("c11@example.org");
    }

    [Fact]
    public async Task A_pause_holds_and_resuming_goes_on_at_once()
    {
        var host = Host();
        var campaigns = host.GetRequiredService<NoticeCampaigns>();
        var version = await PublishAndStartAsync(host);
        await campaigns.PauseAsync(version, Token);
        await StartAsync<NoticeSendingWork>(host);
        Transport.Mails.Should().BeEmpty();

        await campaigns.ResumeAsync(version, Token);
        await WaitsAsync();

        Transport.Mails.Should().HaveCount(10);
    }

    [Fact]
    public async Task A_limit_of_mails_per_hour_is_kept_however_often_the_worker_looks()
    {
        var host = Host(options => options.LookEvery = Seconds(10));
        await PublishAndStartAsync(host, new CampaignTerms { MailsPerHour = 60 });
        var (_, waits) = await StartAsync<NoticeSendingWork>(host);

        for (var passed = Duration.Zero; passed < Duration.FromMinutes(4); passed += waits)
        {
            Time.Pass(waits);
            waits = await WaitsAsync();
        }

        Transport.Mails.Should().HaveCount(5, "one went at once, and one in each of four minutes");
    }

    [Fact]
    public async Task A_mail_that_was_put_off_is_tried_again_when_it_is_due()
    {
        var host = Host();
        var isDown = true;
        Transport.Answer = mail => isDown && mail.To == "c3@example.org" ? new MailOutcome.Deferred(MailFault.TryLater) : new MailOutcome.Accepted();
        await PublishAndStartAsync(host);
        await StartAsync<NoticeSendingWork>(host);
        isDown = false;
        Transport.Mails.Should().HaveCount(9);

        for (var minute = 0; minute < 10; minute++)
        {
            Transport.Mails.Should().HaveCount(9);
            Time.Pass(Duration.FromMinutes(1));
            await WaitsAsync();
        }

        Transport.Mails.Should().HaveCount(10);
    }

    [Fact]
    public async Task A_store_that_is_down_ends_nothing_and_everybody_is_told_when_it_is_back()
    {
        var contacts = new UnsteadyContacts { IsDown = true };
        var host = Host(besides: contacts.Replace);
        await PublishAndStartAsync(host);

        var (_, waits) = await StartAsync<NoticeSendingWork>(host);
        Transport.Mails.Should().BeEmpty();
        contacts.IsDown = false;
        Time.Pass(waits);
        await WaitsAsync();

        Transport.Mails.Should().HaveCount(10);
        Log.Lines.Should().ContainSingle(line => line.StartsWith("Error GDPR6400: the work 'notice.send'"));
    }

    [Fact]
    public async Task Two_instances_tell_everybody_once()
    {
        var (one, other) = (Host(), Host());
        await PublishAndStartAsync(one);
        await StartAsync<NoticeSendingWork>(one);
        await StartAsync<NoticeSendingWork>(other);

        Transport.Addresses.Should().HaveCount(10).And.OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_instance_that_sends_no_mail_sends_none()
    {
        var host = Host(options => options.TellContacts = false);
        await PublishAndStartAsync(host);

        await StartAsync<NoticeSendingWork>(host);

        Transport.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task A_host_that_stops_lets_the_mails_finish_that_are_being_handed_over_and_begins_no_other()
    {
        var slow = new SlowTransport();
        var host = Host(besides: services => services.AddSingleton<INoticeTransport>(slow));
        var version = await PublishAndStartAsync(host);
        var worker = host.GetServices<IHostedService>().OfType<Worker<NoticeSendingWork>>().Single();
        await worker.StartAsync(Token);
        Lifetime.Start();
        await slow.Busy.WaitAsync(TimeSpan.FromSeconds(30), Token);

        var stopping = worker.StopAsync(Token);
        slow.Finish();
        await stopping.WaitAsync(TimeSpan.FromSeconds(30), Token);

        slow.Mails.Should().Be(2);
        (await ReportAsync(host, version)).Should().BeEquivalentTo(new { Sent = 2L, Sending = 8L }, "those who were claimed are found again");
        await StartAsync<NoticeSendingWork>(Host());
        Transport.Mails.Should().HaveCount(8);
    }

    // A call can come for each of several entries; the last of their rounds waits longest.
    private async Task UntilIdleAsync()
    {
        while (await WaitsAsync() is var waits && waits < Duration.FromMinutes(1))
        {
            Time.Pass(waits);
        }
    }
}
