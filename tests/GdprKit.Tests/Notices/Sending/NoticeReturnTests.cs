using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>People who leave or come back while they are told, and reminders that cannot be handed over.</summary>
public sealed class NoticeReturnTests : NoticeSendingTest
{
    [Fact]
    public async Task Whose_data_were_removed_before_the_mail_went_is_told_when_they_are_back()
    {
        Transport.Answer = mail => mail.To == "c5@example.org" ? new MailOutcome.Deferred(MailFault.TryLater) : new MailOutcome.Accepted();
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        var (client, others) = (Clients[4], Clients.RemoveAt(4));
        Clients = others;
        Clock.Advance(Duration.FromHours(1));
        Transport.Answer = _ => new MailOutcome.Accepted();
        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Unreachable == 1 && result.NextAt == null);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 9 && report.Sent == 9 && report.Left == 1);
        (await FindAsync(program, version, 5)).Obstacle.Should().Be(NoticeObstacle.Left);

        Clients = others.Insert(4, client);

        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 10 && report.Sent == 9 && report.Queued == 1 && report.Left == 0);
        (await SendAsync(program, version)).Sent.Should().Be(1);
        (await SendAsync(program, version)).Sent.Should().Be(0);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 10 && report.Sent == 10);
        Transport.Addresses.Should().OnlyHaveUniqueItems().And.HaveCount(10);
    }

    [Fact]
    public async Task Who_is_erased_right_after_being_found_gets_no_mail_and_no_link()
    {
        var program = Program(besides: services => services.AddScoped<IContactSource>(provider => new InterposedContacts(provider, _ =>
        {
            Clients = Clients.RemoveAll(client => client.Id == 4);
            return Task.CompletedTask;
        })));
        var version = await PublishAndStartAsync(program);

        (await SendAsync(program, version)).Sent.Should().Be(9);

        Transport.Addresses.Should().NotContain("c4@example.org");
        (await program.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Person(4), Person(5)], Token)).Select(link => link.Subject).Should().Equal(Person(5));
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 9 && report.Sent == 9 && report.Left == 0);
    }

    [Fact]
    public async Task A_reminder_that_cannot_be_handed_over_waits_ever_longer_and_is_given_up_and_the_person_stays_told()
    {
        var tries = new List<Instant>();
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        await SendAsync(program, version);
        Clock.Advance(Duration.FromDays(15));
        Transport.Answer = _ =>
        {
            tries.Add(Clock.GetCurrentInstant());
            return new MailOutcome.Deferred(MailFault.TryLater);
        };

        var result = await SendAsync(program, version);
        result.Should().Match<NoticeSendingResult>(each => each.Deferred == 1 && each.NextAt == Clock.GetCurrentInstant() + Duration.FromMinutes(10));
        (await SendAsync(program, version)).Deferred.Should().Be(0, "it is not time yet");
        while (result.NextAt is { } next)
        {
            (await ReportAsync(program, version)).Sent.Should().Be(1);
            Clock.Reset(next);
            result = await SendAsync(program, version);
        }

        tries.Zip(tries.Skip(1), (one, other) => other - one).Should().Equal(new NoticeMailOptions().RetryAfter);
        (await FindAsync(program, version, 1)).Should().Match<NoticeDelivery>(delivery => delivery.IsTold && delivery.IsReminderGivenUp && delivery.RemindedAt == null);
        Clock.Advance(Duration.FromDays(30));
        (await SendAsync(program, version)).Deferred.Should().Be(0);
    }

    [Fact]
    public async Task A_reminder_that_was_put_off_goes_when_the_server_takes_it()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        await SendAsync(program, version);
        Clock.Advance(Duration.FromDays(15));
        Transport.Answer = mail => mail.To == "c5@example.org" ? new MailOutcome.Deferred(MailFault.TryLater) : new MailOutcome.Accepted();
        (await SendAsync(program, version)).Reminded.Should().Be(9);
        Transport.Answer = _ => new MailOutcome.Accepted();
        Clock.Advance(Duration.FromMinutes(10));

        (await SendAsync(program, version)).Reminded.Should().Be(1);

        (await FindAsync(program, version, 5)).Should().Match<NoticeDelivery>(delivery => delivery.RemindedAt != null && delivery.RetryAt == null);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nobody_is_queued_again_where_nothing_is_sent_any_more(bool isSuperseded)
    {
        Clients = Clients.SetItem(0, new Client(1, null));
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        await (isSuperseded
            ? (Task)PublishAndStartAsync(Program(TestRegisters.Shop(ConsentTest.Declare)))
            : program.GetRequiredService<NoticeCampaigns>().StopAsync(version, "We tell the others by letter.", Token).AsTask());
        var campaigns = program.GetRequiredService<NoticeCampaigns>();

        var one = () => campaigns.RequeueAsync(Person(1), version, Token).AsTask();
        var all = () => campaigns.RequeueAsync(version, cancellationToken: Token).AsTask();

        (await one.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1315");
        (await all.Should().ThrowAsync<NoticeException>()).Which.Id.Should().Be("GDPR1315");
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Unreachable == 1 && report.Queued == 0);
    }
}
