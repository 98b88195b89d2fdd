using GdprKit.Ledger;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class NoticeSendingFaultTests : NoticeSendingTest
{
    // One at a time, so that what a test does between two mails comes between them.
    public NoticeSendingFaultTests() => Transport = new() { MostAtOnce = 1 };

    [Theory]
    [InlineData(null)]
    [InlineData(60)]
    public async Task A_server_that_refuses_everybody_stops_the_sending_and_makes_few_unreachable(int? mailsPerHour)
    {
        Clients = [.. Enumerable.Range(1, 30).Select(id => new Client(id, $"c{id}@example.org"))];
        Transport.Answer = _ => new MailOutcome.Refused(MailFault.AddressRefused);
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { MailsPerHour = mailsPerHour });

        var result = await SendAsync(program, version);
        for (var more = 0; more < 50 && result.Stalled is null; more++)
        {
            Clock.Reset(result.NextAt!.Value);
            result = await SendAsync(program, version);
        }

        result.Stalled.Should().Be(MailFault.AddressRefused);
        (result.NextAt > Clock.GetCurrentInstant()).Should().BeTrue();
        (await ReportAsync(program, version)).Unreachable.Should().BeLessThanOrEqualTo(20);
        Transport.Answer = _ => new MailOutcome.Accepted();
        while (result.NextAt is { } next)
        {
            Clock.Reset(next);
            result = await SendAsync(program, version);
        }

        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent >= 10 && report.Sent + report.Unreachable == 30);
    }

    [Fact]
    public async Task Many_addresses_in_a_row_that_do_not_exist_keep_the_others_waiting_only_for_a_while()
    {
        Clients = [.. Enumerable.Range(1, 40).Select(id => new Client(id, $"c{id}@gone.example")), new Client(99, "c99@example.org")];
        Transport.Answer = mail => mail.To.EndsWith("@gone.example", StringComparison.Ordinal) ? new MailOutcome.Refused(MailFault.AddressRefused) : new MailOutcome.Accepted();
        var program = Program();
        var version = await PublishAndStartAsync(program);

        while (await SendAsync(program, version) is { NextAt: { } next })
        {
            Clock.Reset(next);
        }

        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent == 1 && report.Unreachable == 40);
    }

    [Fact]
    public async Task A_server_that_takes_nothing_is_not_asked_for_the_rest_of_a_wave()
    {
        var asked = 0;
        Transport.Answer = _ =>
        {
            Interlocked.Increment(ref asked);
            return new MailOutcome.Stalled(MailFault.Unreachable);
        };
        var program = Program();
        var version = await PublishAndStartAsync(program);

        await SendAsync(program, version);

        asked.Should().BeLessThanOrEqualTo(Transport.MostAtOnce);
    }

    [Fact]
    public async Task A_clock_that_was_wrong_by_a_year_does_not_stop_the_mails_for_a_year()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { MailsPerHour = 60 });
        Clock.Advance(Duration.FromDays(365));
        await SendAsync(program, version);
        Clock.Advance(Duration.FromDays(-365));

        var result = await SendAsync(program, version);

        (result.NextAt < Clock.GetCurrentInstant() + Duration.FromHours(1)).Should().BeTrue();
    }

    [Fact]
    public async Task A_sender_that_slept_until_another_did_its_work_sends_nothing_more()
    {
        var program = Program();
        var other = Program();
        var version = await PublishAndStartAsync(program);
        NoticeSendingResult? meanwhile = null;
        Transport.Taken = _ =>
        {
            if (meanwhile is null)
            {
                meanwhile = new();
                Clock.Advance(Duration.FromMinutes(6));
                meanwhile = SendAsync(other, version).GetAwaiter().GetResult();
            }
        };

        var result = await SendAsync(program, version);

        meanwhile!.Sent.Should().Be(10);
        result.IsElsewhere.Should().BeTrue();
        Transport.Mails.Should().HaveCountLessThanOrEqualTo(10 + Transport.MostAtOnce);
        Transport.Mails.Select(mail => mail.MessageId).Distinct().Should().HaveCount(10);
        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    [Fact]
    public async Task A_mail_that_went_while_the_lease_was_lost_is_recorded_and_not_sent_again()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        Transport.Taken = _ => TakeLeaseAsync(program, version).GetAwaiter().GetResult();

        var result = await SendAsync(program, version);
        Clock.Advance(Duration.FromMinutes(10));
        await SendAsync(Program(), version);

        result.IsElsewhere.Should().BeTrue();
        Transport.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_wave_over_a_slow_server_keeps_its_lease_and_sends_every_mail_once()
    {
        Clients = [.. Enumerable.Range(1, 40).Select(id => new Client(id, $"c{id}@example.org"))];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        Transport.Taken = _ => Clock.Advance(Duration.FromMinutes(1));

        for (var result = await SendAsync(program, version); result.NextAt is not null;)
        {
            result = await SendAsync(program, version);
        }

        Transport.Addresses.Should().OnlyHaveUniqueItems().And.HaveCount(40);
    }

    [Fact]
    public async Task A_server_that_answers_nothing_for_longer_than_the_lease_lasts_is_handed_every_mail_once()
    {
        Clients = [new Client(1, "c1@example.org")];
        using var time = new WakingTime();
        var program = Program();
        program.GetRequiredService<NoticeSending>().Time = time;
        var other = Program();
        var version = await PublishAndStartAsync(program);
        var beside = new List<bool>();
        Transport.Taken = _ =>
        {
            // Of a mail that another sends as well there is nothing to wait for.
            for (var minutes = 0; minutes < 12 && beside.All(isElsewhere => isElsewhere) && Transport.Mails.Count == 1; minutes += 4)
            {
                Clock.Advance(Duration.FromMinutes(4));
                time.WakeAndWait();
                beside.Add(SendAsync(other, version).GetAwaiter().GetResult().IsElsewhere);
            }
        };

        var result = await SendAsync(program, version);

        beside.Should().Equal(true, true, true);
        (result.Sent, result.IsElsewhere).Should().Be((1, false));
        Transport.Mails.Should().ContainSingle();
    }

    [Fact]
    public async Task A_person_at_whom_the_server_always_breaks_off_keeps_nobody_waiting()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        Transport.Answer = mail => mail.To == "c1@example.org" ? new MailOutcome.Stalled(MailFault.ServerClosing) { MayBeOfMail = true } : new MailOutcome.Accepted();

        for (var run = 0; run < 10; run++)
        {
            await SendAsync(program, version);
            Clock.Advance(SendingRun.Pause);
        }

        Transport.Addresses.Should().HaveCount(9).And.NotContain("c1@example.org");
        var delivery = await FindAsync(program, version, 1);
        (delivery.Status, delivery.Attempts > 0).Should().Be((NoticeDeliveryStatus.Deferred, true));
    }

    [Fact]
    public async Task While_no_mail_goes_at_all_nobody_is_given_up_for_it()
    {
        Clients = [new Client(1, "c1@example.org")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        Transport.Answer = _ => new MailOutcome.Stalled(MailFault.ServerClosing) { MayBeOfMail = true };

        for (var day = 0; day < 30; day++)
        {
            await SendAsync(program, version);
            Clock.Advance(Duration.FromDays(1));
        }

        (await FindAsync(program, version, 1)).Status.Should().Be(NoticeDeliveryStatus.Deferred);
    }

    [Fact]
    public async Task What_is_published_in_the_middle_ends_the_telling_of_what_was_before()
    {
        Clients = [.. Enumerable.Range(1, 40).Select(id => new Client(id, $"c{id}@example.org"))];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        var changed = Program(TestRegisters.Shop(ConsentTest.Declare));
        NoticeVersion? change = null;
        Transport.Taken = _ => change ??= PublishAndStartAsync(changed).GetAwaiter().GetResult();

        var result = await SendAsync(program, version);

        result.Sent.Should().BeInRange(1, 16);
        result.NextAt.Should().Be(Clock.GetCurrentInstant());
        (await SendAsync(changed, change!)).Sent.Should().Be(40);
    }

    [Fact]
    public async Task Who_was_reminded_or_told_in_another_way_is_not_looked_at_again_for_reminders()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        await program.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [Person(1)], Language.Dutch, Token);
        await SendAsync(program, version);
        var waiting = HeadFilter.Of(NoticeDelivery.Fold.Kind) with { Statuses = [StreamStatus.Of(NoticeDeliveryStatus.Sent)] };
        var store = program.GetRequiredService<ILedgerStore>();
        (await store.QueryHeadsAsync(new HeadQuery(waiting), Token)).Should().HaveCount(9);
        Clock.Advance(Duration.FromDays(15));
        Transport.Answer = mail => mail.To == "c5@example.org" ? new MailOutcome.Deferred(MailFault.TryLater) : new MailOutcome.Accepted();

        (await SendAsync(program, version)).Reminded.Should().Be(8);

        (await store.QueryHeadsAsync(new HeadQuery(waiting), Token)).Should().ContainSingle("only the one whose reminder was put off waits for one");
        (await ReportAsync(program, version)).Sent.Should().Be(10);
    }

    private async Task TakeLeaseAsync(IServiceProvider program, NoticeVersion version)
    {
        Clock.Advance(Duration.FromMinutes(6));
        var name = LeaseName.Parse($"notice.send.v{version.TellsOf.ToString()[..16]}");
        var taken = await program.GetRequiredService<ILedgerStore>().LeaseAsync(LeaseRequest.Take(name, Guid.NewGuid(), Clock.GetCurrentInstant(), Duration.FromMinutes(5)), Token);
        taken.Should().NotBeNull();
    }
}
