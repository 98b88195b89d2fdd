using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>What is done about people to whom it could not be delivered.</summary>
public sealed class NoticeObstacleTests : NoticeSendingTest
{
    [Fact]
    public async Task A_mail_that_came_back_is_recorded_once_and_the_person_queued_again_when_asked()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        var campaigns = program.GetRequiredService<NoticeCampaigns>();

        (await campaigns.RecordBounceAsync(Person(3), version, Token)).Should().Match<NoticeDelivery>(delivery =>
            delivery.Status == NoticeDeliveryStatus.Bounced && !delivery.IsTold && delivery.SentAt != null && delivery.Obstacle == NoticeObstacle.AddressRefused);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Bounced == 1 && report.Sent == 9);
        (await SendAsync(program, version)).Sent.Should().Be(0);
        await campaigns.RequeueAsync(Person(3), version, Token);
        (await campaigns.RecordBounceAsync(Person(3), version, Token)).Status.Should().Be(NoticeDeliveryStatus.Deferred, "it tells of the mail before");
        (await SendAsync(program, version)).Sent.Should().Be(1);

        Transport.Mails.Where(mail => mail.To == "c3@example.org").Should().HaveCount(2);
        (await FindAsync(program, version, 3)).IsTold.Should().BeTrue();
    }

    [Fact]
    public async Task Who_said_to_have_read_it_stays_told_whatever_comes_back()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        await AcknowledgeAsync(program, version, 3);

        var delivery = await program.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(3), version, Token);

        delivery.Status.Should().Be(NoticeDeliveryStatus.Acknowledged);
    }

    [Fact]
    public async Task A_bounce_that_is_faster_than_the_record_of_the_mail_is_not_lost()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var other = Program();
        var version = await PublishAndStartAsync(program);
        Transport.Taken = _ => other.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(1), version, Token).AsTask().GetAwaiter().GetResult();

        await SendAsync(program, version);

        (await FindAsync(program, version, 1)).Status.Should().Be(NoticeDeliveryStatus.Bounced);
    }

    [Fact]
    public async Task Of_somebody_who_was_never_sent_anything_nothing_comes_back_and_nothing_is_recorded()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        var campaigns = program.GetRequiredService<NoticeCampaigns>();

        (await campaigns.RecordBounceAsync(Person(3), version, Token)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
        (await campaigns.RequeueAsync(Person(3), version, Token)).Status.Should().Be(NoticeDeliveryStatus.Unknown);

        (await ReportAsync(program, version)).Queued.Should().Be(10);
    }

    [Fact]
    public async Task Everybody_whose_address_did_not_work_is_tried_again_when_asked()
    {
        Clients = Clients.SetItem(0, new Client(1, null));
        Transport.Answer = mail => mail.To switch
        {
            "c2@example.org" => new MailOutcome.Refused(MailFault.AddressRefused),
            "c3@example.org" => new MailOutcome.Refused(MailFault.MessageRefused),
            _ => new MailOutcome.Accepted(),
        };
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        var campaigns = program.GetRequiredService<NoticeCampaigns>();
        await campaigns.RecordBounceAsync(Person(4), version, Token);
        Clients = Clients.SetItem(0, new Client(1, "c1@example.org"));
        Transport.Answer = _ => new MailOutcome.Accepted();

        (await campaigns.RequeueAsync(version, cancellationToken: Token)).Should().Be(3);
        (await campaigns.RequeueAsync(version, cancellationToken: Token)).Should().Be(0);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Queued == 3 && report.Unreachable == 1);
        (await SendAsync(program, version)).Sent.Should().Be(3);

        (await campaigns.RequeueAsync(version, [NoticeObstacle.MessageRefused], Token)).Should().Be(1);
        (await SendAsync(program, version)).Sent.Should().Be(1);
        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    [Fact]
    public async Task Who_was_sent_a_letter_is_told_once_and_gets_no_mail_and_no_reminder()
    {
        Clients = Clients.SetItem(0, new Client(1, null));
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        var campaigns = program.GetRequiredService<NoticeCampaigns>();
        SubjectId[] people = [Person(1), Person(2), Person(2), Person(3)];

        (await campaigns.RecordLettersAsync(version, people[..3], Language.Dutch, Token)).Should().Be(2);
        (await SendAsync(program, version)).Sent.Should().Be(8);
        (await campaigns.RecordLettersAsync(version, people, Language.Dutch, Token)).Should().Be(0, "the third had a mail meanwhile");
        await campaigns.RecordBounceAsync(Person(2), version, Token);
        Clock.Advance(Duration.FromDays(20));
        (await SendAsync(program, version)).Reminded.Should().Be(8);

        (await FindAsync(program, version, 2)).Should().Match<NoticeDelivery>(delivery => delivery.Status == NoticeDeliveryStatus.Sent && delivery.Channel == NoticeChannel.Letter);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent == 10 && report.Unreachable == 0);
    }

    [Fact]
    public async Task A_letter_in_a_language_that_the_version_does_not_have_is_refused()
    {
        var program = Program();
        var version = await PublishAsync(program);

        var record = () => program.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [Person(1)], Language.Parse("fr"), Token).AsTask();

        (await record.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1307");
    }
}
