using System.Text;
using System.Text.RegularExpressions;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class NoticeSendingTests : NoticeSendingTest
{
    private IEnumerable<string> Everybody => Clients.Select(client => client.Email!).Order(StringComparer.Ordinal);

    [Fact]
    public async Task Nobody_is_told_before_it_is_started()
    {
        var program = Program();
        var version = await PublishAsync(program);

        (await SendAsync(program, version)).Sent.Should().Be(0);

        Transport.Mails.Should().BeEmpty();
        (await program.GetRequiredService<NoticeCampaigns>().FindAsync(version, Token)).Status.Should().Be(CampaignStatus.Opened);
    }

    [Fact]
    public async Task Everybody_whose_data_are_held_is_told_once()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);

        var first = await SendAsync(program, version);
        var second = await SendAsync(program, version);

        first.Sent.Should().Be(10);
        first.NextAt.Should().BeNull();
        second.Sent.Should().Be(0);
        Transport.Addresses.Should().Equal(Everybody);
        (await FindAsync(program, version, 3)).Should().Match<NoticeDelivery>(delivery =>
            delivery.Status == NoticeDeliveryStatus.Sent && delivery.Channel == NoticeChannel.Email && delivery.Version == version.Digest && delivery.IsTold);
        (await ReportAsync(program, version)).Should().Be(new CampaignReport { Audience = 10, Queued = 0, Sending = 0, Sent = 10, Bounced = 0, Unreachable = 0, Acknowledged = 0, Left = 0 });
    }

    [Theory]
    [InlineData("/privacy-rights", "https://shop.example/privacy-rights")]
    [InlineData("https://rights.example/ask", "https://rights.example/ask")]
    [InlineData(null, null)]
    public async Task The_mail_leads_to_the_page_where_people_ask_about_their_data_where_there_is_one(string? page, string? address)
    {
        var shop = Encoding.UTF8.GetString(TestRegisters.Shop().ToJson());
        var changed = page is null ? Regex.Replace(shop, "\"page\": \"/privacy/centre\",\\s*", "") : shop.Replace("/privacy/centre", page, StringComparison.Ordinal);
        changed.Should().NotContain("/privacy/centre");
        var program = Program(ProcessingRegister.FromJson(Encoding.UTF8.GetBytes(changed)));

        await SendAsync(program, await PublishAndStartAsync(program));

        foreach (var mail in Transport.Mails)
        {
            if (address is null)
            {
                mail.Text.Should().NotContainAny("Vraag het hier", "Ask here");
            }
            else
            {
                mail.Text.Should().Contain(address);
                mail.Html.Should().Contain($"href=\"{address}\"");
            }
        }
    }

    [Fact]
    public async Task Who_signed_up_under_the_version_is_not_asked()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await AcknowledgeAsync(program, version, 4);

        await SendAsync(program, version);

        Transport.Addresses.Should().Equal(Everybody.Except(["c4@example.org"]));
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Acknowledged == 1 && report.Sent == 9);
    }

    [Fact]
    public async Task Who_signs_up_in_the_moment_of_sending_is_not_asked()
    {
        NoticeVersion? version = null;
        var program = Program(besides: services => services.AddScoped<IContactSource>(provider => new InterposedContacts(provider, signedUp => AcknowledgeAsync(signedUp, version!, 4))));
        version = await PublishAndStartAsync(program);

        await SendAsync(program, version);

        Transport.Addresses.Should().Equal(Everybody.Except(["c4@example.org"]));
    }

    [Fact]
    public async Task Who_comes_later_is_told_and_who_leaves_before_is_not()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        Clients = Clients.RemoveAll(client => client.Id == 2);
        await SendAsync(program, version);
        Clients = Clients.Add(new Client(11, "c11@example.org")).RemoveAll(client => client.Id == 3);

        await SendAsync(program, version);

        Transport.Addresses.Should().Equal(Enumerable.Range(1, 11).Where(id => id != 2).Select(id => $"c{id}@example.org").Order(StringComparer.Ordinal));
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 9 && report.Sent == 9 && report.Left == 1);
    }

    [Fact]
    public async Task Who_has_no_address_or_one_that_does_not_exist_is_unreachable()
    {
        Clients = Clients.SetItem(0, new Client(1, null)).SetItem(1, new Client(2, "  "));
        Transport.Answer = mail => mail.To == "c3@example.org" ? new MailOutcome.Refused(MailFault.AddressRefused) : new MailOutcome.Accepted();
        var program = Program();
        var version = await PublishAndStartAsync(program);

        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Sent == 7 && result.Unreachable == 3);

        (await FindAsync(program, version, 1)).Obstacle.Should().Be(NoticeObstacle.NoAddress);
        (await FindAsync(program, version, 2)).Obstacle.Should().Be(NoticeObstacle.NoAddress);
        (await FindAsync(program, version, 3)).Should().Match<NoticeDelivery>(delivery => delivery.Status == NoticeDeliveryStatus.Unreachable && delivery.Obstacle == NoticeObstacle.AddressRefused);
        (await ReportAsync(program, version)).Unreachable.Should().Be(3);
    }

    [Fact]
    public async Task What_cannot_be_handed_over_now_is_tried_again_with_the_same_id_and_given_up_in_the_end()
    {
        var ids = new List<string>();
        Transport.Answer = mail =>
        {
            if (mail.To != "c5@example.org")
            {
                return new MailOutcome.Accepted();
            }

            ids.Add(mail.MessageId);
            return new MailOutcome.Deferred(MailFault.TryLater);
        };
        var program = Program();
        var version = await PublishAndStartAsync(program);

        var result = await SendAsync(program, version);
        result.Deferred.Should().Be(1);
        result.NextAt.Should().Be(Clock.GetCurrentInstant() + Duration.FromMinutes(10));
        (await SendAsync(program, version)).Deferred.Should().Be(0, "it is not time yet");
        while (result.NextAt is { } next)
        {
            (await ReportAsync(program, version)).Queued.Should().Be(1);
            Clock.Reset(next);
            result = await SendAsync(program, version);
        }

        ids.Should().HaveCount(6).And.OnlyContain(id => id == ids[0]);
        (await FindAsync(program, version, 5)).Obstacle.Should().Be(NoticeObstacle.TriedInVain);
        Transport.Mails.Should().HaveCount(9);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_stops_the_sending_and_costs_nobody_the_mail()
    {
        Transport.Answer = _ => new MailOutcome.Stalled(MailFault.ServerClosing);
        var program = Program();
        var version = await PublishAndStartAsync(program);

        var result = await SendAsync(program, version);
        result.Should().Match<NoticeSendingResult>(each => each.Stalled == MailFault.ServerClosing && each.Sent == 0 && each.NextAt > Clock.GetCurrentInstant());
        Transport.Answer = _ => new MailOutcome.Accepted();
        await SendAsync(program, version);

        Transport.Addresses.Should().Equal(Everybody);
    }

    [Fact]
    public async Task Killed_between_a_mail_and_its_record_the_next_start_sends_at_most_the_same_id_again()
    {
        using var killed = new CancellationTokenSource();
        var count = 0;
        Transport.Taken = _ =>
        {
            if (Interlocked.Increment(ref count) == 5)
            {
                killed.Cancel();
                throw new OperationCanceledException();
            }
        };
        var program = Program();
        var version = await PublishAndStartAsync(program);
        var send = () => program.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: killed.Token).AsTask();
        await send.Should().ThrowAsync<OperationCanceledException>();

        await SendAsync(Program(), version);

        Transport.Mails.GroupBy(mail => mail.To).Should().OnlyContain(group => group.Select(mail => mail.MessageId).Distinct().Count() == 1);
        Transport.Addresses.Distinct().Should().Equal(Everybody);
        Transport.Mails.Select(mail => mail.MessageId).Distinct().Should().HaveCount(10);
        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    [Fact]
    public async Task Of_two_who_send_at_once_one_does()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        var other = Program();
        NoticeSendingResult? meanwhile = null;
        Transport.Taken = _ => meanwhile ??= SendAsync(other, version).GetAwaiter().GetResult();

        var result = await SendAsync(program, version);

        meanwhile!.IsElsewhere.Should().BeTrue();
        meanwhile.Sent.Should().Be(0);
        result.Sent.Should().Be(10);
        Transport.Addresses.Should().Equal(Everybody);
    }

    [Fact]
    public async Task No_more_mails_go_in_an_hour_than_is_declared()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { MailsPerHour = 6 });
        var start = Clock.GetCurrentInstant();

        while (await SendAsync(Program(), version) is { NextAt: { } next })
        {
            Clock.Reset(next);
        }

        Transport.Addresses.Should().Equal(Everybody);
        (Clock.GetCurrentInstant() - start).Should().BeGreaterThanOrEqualTo(Duration.FromMinutes(90)).And.BeLessThan(Duration.FromMinutes(101));
    }

    [Fact]
    public async Task Paused_in_the_middle_it_goes_on_where_it_was()
    {
        Clients = [.. Enumerable.Range(1, 100).Select(id => new Client(id, $"c{id}@example.org"))];
        var program = Program();
        var operatorsProgram = Program();
        var version = await PublishAndStartAsync(program);
        var campaigns = operatorsProgram.GetRequiredService<NoticeCampaigns>();
        Transport.Taken = _ => campaigns.PauseAsync(version, Token).AsTask().GetAwaiter().GetResult();

        var paused = await SendAsync(program, version);
        (await SendAsync(program, version)).Sent.Should().Be(0);
        Transport.Taken = _ => { };
        await campaigns.ResumeAsync(version, Token);
        await SendAsync(program, version);

        paused.Sent.Should().BeInRange(1, 99);
        Transport.Addresses.Should().Equal(Everybody);
    }

    [Fact]
    public async Task Stopped_it_ended_for_good_and_says_who_was_not_told()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await program.GetRequiredService<NoticeCampaigns>().StopAsync(version, "We tell them by letter.", Token);

        (await SendAsync(program, version)).Sent.Should().Be(0);

        (await ReportAsync(program, version)).Queued.Should().Be(10);
    }

    [Fact]
    public async Task A_correction_asks_nobody_again_and_is_what_the_others_are_sent()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        Clients = Clients.Add(new Client(2, "c2@example.org"));
        var corrected = Program(TestRegisters.Shop(register => register.Security("Wij versleutelen alles.", "We encrypt everything.")));
        Clock.Advance(Duration.FromHours(1));
        var correction = await PublishAsync(corrected);

        await SendAsync(corrected, version);

        correction.TellsOf.Should().Be(version.Digest);
        Transport.Addresses.Should().Equal("c1@example.org", "c2@example.org");
        (await FindAsync(corrected, correction, 2)).Version.Should().Be(correction.Digest);
    }

    [Fact]
    public async Task A_material_change_tells_everybody_again_and_ends_the_telling_of_what_was_before()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        Clients = Clients.Add(new Client(2, "c2@example.org"));
        var changed = Program(TestRegisters.Shop(ConsentTest.Declare));
        Clock.Advance(Duration.FromHours(1));
        var change = await PublishAndStartAsync(changed);

        (await SendAsync(changed, version)).Sent.Should().Be(0);
        (await SendAsync(changed, change)).Sent.Should().Be(2);

        Transport.Addresses.Should().Equal("c1@example.org", "c1@example.org", "c2@example.org");
        Transport.Mails.Select(mail => mail.MessageId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Who_did_not_confirm_is_reminded_once_and_nobody_else()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        await SendAsync(program, version);
        await AcknowledgeAsync(program, version, 7);
        Clock.Advance(Duration.FromDays(13));
        (await SendAsync(program, version)).Sent.Should().Be(0);
        Clock.Advance(Duration.FromDays(2));

        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Sent == 9 && result.Reminded == 9);
        Clock.Advance(Duration.FromDays(30));
        (await SendAsync(program, version)).Sent.Should().Be(0);

        Transport.Mails.Skip(10).Select(mail => mail.To).Should().NotContain("c7@example.org");
        Transport.Mails.Skip(10).Should().OnlyContain(mail => mail.Subject.StartsWith("Herinnering: ", StringComparison.Ordinal));
        Transport.Mails.Select(mail => mail.MessageId).Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task Everybody_is_told_in_the_own_language_where_the_notice_has_it()
    {
        Clients = [new Client(1, "c1@example.org", "nl-BE"), new Client(2, "c2@example.org", "EN"), new Client(3, "c3@example.org", "fr"), new Client(4, "c4@example.org", "?")];
        var program = Program();
        var version = await PublishAndStartAsync(program);

        await SendAsync(program, version);

        Transport.Mails.OrderBy(mail => mail.To).Select(mail => mail.Language.Code).Should().Equal("nl", "en", "nl", "nl");
        Transport.Mails.Single(mail => mail.To == "c2@example.org").Subject.Should().Be("How we handle your data");
        (await FindAsync(program, version, 2)).Language.Should().Be(Language.English);
    }

    [Fact]
    public async Task The_mail_holds_a_link_to_read_and_one_to_confirm_and_fetches_nothing()
    {
        Clients = [new Client(1, "c1@example.org", "en")];
        var program = Program();
        var version = await PublishAndStartAsync(program);

        await SendAsync(program, version);

        var mail = Transport.Mails.Single();
        foreach (var text in (string[])[mail.Text, mail.Html])
        {
            text.Should().Contain($"https://shop.example/read/{version}/en").And.Contain("https://shop.example/confirm/").And.Contain("Voorbeeldwinkel B.V.").And.Contain("no advertising");
        }

        Regex.Matches(mail.Html, "<(img|link|script|iframe|style|object|form)|src=|background").Should().BeEmpty();
        mail.MessageId.Should().MatchRegex("^[0-9a-f]{42}@example.nl$");
    }

    [Fact]
    public async Task An_operator_sees_the_mail_before_and_nothing_is_recorded_of_it()
    {
        var program = Program();
        var version = await PublishAsync(program);

        var outcome = await program.GetRequiredService<NoticeSending>().TestAsync(version, "me@example.nl", Language.English, Token);

        outcome.Should().BeOfType<MailOutcome.Accepted>();
        Transport.Mails.Single().Should().Match<NoticeMail>(mail => mail.To == "me@example.nl" && !mail.Html.Contains("/confirm/"));
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Queued == 10 && report.Left == 0);
    }
}
