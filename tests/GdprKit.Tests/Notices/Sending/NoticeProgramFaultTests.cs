using GdprKit.Documents;
using GdprKit.InMemory;
using GdprKit.Ledger;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace GdprKit;

/// <summary>What fails in code of the application while people are told.</summary>
public sealed class NoticeProgramFaultTests : NoticeSendingTest
{
    private readonly HeardLogger<NoticeSending> _log = new();

    private readonly FailingTemplate _template = new();

    [Fact]
    public async Task A_template_that_fails_for_one_person_keeps_nobody_waiting_and_is_given_up_in_the_end()
    {
        Clients = Clients.SetItem(0, new Client(1, "c1@example.org", "en"));
        _template.Fails = context => context.Language == Language.English;
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Sent == 9 && result.Deferred == 1 && result.Failures == 1 && result.Stalled == null);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Queued == 1 && report.Sending == 0);
        var tries = await SendUntilNobodyWaitsAsync(program, version);

        tries.Should().Be(5);
        (await FindAsync(program, version, 1)).Should().Match<NoticeDelivery>(delivery => delivery.Status == NoticeDeliveryStatus.Unreachable && delivery.Obstacle == NoticeObstacle.MailNotWritten);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent == 9 && report.Unreachable == 1 && report.Audience == 10);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public async Task A_template_that_fails_for_everybody_makes_nobody_unreachable_and_once_it_works_everybody_is_told(int people)
    {
        Clients = [.. Enumerable.Range(1, people).Select(id => new Client(id, $"c{id}@example.org"))];
        _template.Fails = _ => true;
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);
        var end = Clock.GetCurrentInstant() + Duration.FromDays(30);

        var (result, stalled) = (await SendAsync(program, version), false);
        while (result.NextAt is { } next && next < end)
        {
            stalled |= result.Stalled is MailFault.MailNotWritten;
            Clock.Reset(Instant.Max(next, Clock.GetCurrentInstant() + Duration.FromHours(12)));
            result = await SendAsync(program, version);
        }

        stalled.Should().BeTrue();
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Unreachable == 0 && report.Queued + report.Sending == people);
        _template.Fails = _ => false;
        await SendUntilNobodyWaitsAsync(program, version);
        Transport.Addresses.Should().OnlyHaveUniqueItems().And.HaveCount(people);
    }

    [Fact]
    public async Task A_template_that_fails_for_everybody_ends_a_run_early()
    {
        Clients = [.. Enumerable.Range(1, 200).Select(id => new Client(id, $"c{id}@example.org"))];
        _template.Fails = _ => true;
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        var result = await SendAsync(program, version);

        result.Stalled.Should().Be(MailFault.MailNotWritten);
        result.Failures.Should().BeInRange(21, 30);
        result.NextAt.Should().Be(Clock.GetCurrentInstant() + Duration.FromMinutes(1));
    }

    [Fact]
    public async Task More_people_in_a_row_than_are_believed_keep_those_behind_them_waiting_only_for_a_while()
    {
        Clients = [.. Enumerable.Range(1, 40).Select(id => new Client(id, $"c{id}@example.org", id <= 30 ? "en" : "nl"))];
        _template.Fails = context => context.Language == Language.English;
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        for (var minutes = 0; minutes < 60; minutes++)
        {
            await SendAsync(program, version);
            Clock.Advance(Duration.FromMinutes(1));
        }

        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent == 10 && report.Queued + report.Sending == 30);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_transport_that_throws_for_one_mail_sends_the_others_and_that_one_later_with_the_same_id(bool byCancelling)
    {
        var ids = new List<string>();
        Transport.Answer = mail =>
        {
            if (mail.To == "c5@example.org")
            {
                ids.Add(mail.MessageId);
                _ = ids.Count > 1 ? 0 : byCancelling ? throw new TaskCanceledException("It took too long.") : throw new InvalidOperationException("Not c5@example.org.");
            }

            return new MailOutcome.Accepted();
        };
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Sent == 9 && result.Deferred == 1 && result.Failures == 1);
        await SendUntilNobodyWaitsAsync(program, version);

        ids.Should().HaveCount(2).And.OnlyContain(id => id == ids[0]);
        Transport.Addresses.Should().OnlyHaveUniqueItems().And.HaveCount(10);
    }

    [Fact]
    public async Task An_address_that_cannot_be_read_makes_one_person_unreachable_and_is_tried_again_when_asked()
    {
        Clients = Clients.SetItem(2, new Client(3, Client.Unreadable));
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        (await SendAsync(program, version)).Should().Match<NoticeSendingResult>(result => result.Sent == 9 && result.Unreachable == 1);
        (await FindAsync(program, version, 3)).Obstacle.Should().Be(NoticeObstacle.AddressUnreadable);
        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Audience == 10 && report.Sent == 9 && report.Unreachable == 1);
        Clients = Clients.SetItem(2, new Client(3, "c3@example.org"));
        (await program.GetRequiredService<NoticeCampaigns>().RequeueAsync(version, cancellationToken: Token)).Should().Be(1);

        (await SendAsync(program, version)).Sent.Should().Be(1);
    }

    [Fact]
    public async Task An_address_that_became_unreadable_takes_nobody_s_being_told_away()
    {
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(14) });
        await SendAsync(program, version);
        Clients = Clients.SetItem(2, new Client(3, Client.Unreadable));
        Clock.Advance(Duration.FromDays(15));

        (await SendAsync(program, version)).Reminded.Should().Be(9);

        (await FindAsync(program, version, 3)).IsTold.Should().BeTrue();
    }

    [Fact]
    public async Task An_operator_hears_once_of_each_fault_and_nothing_of_the_person()
    {
        Clients = Clients.SetItem(2, new Client(3, Client.Unreadable)).SetItem(0, new Client(1, "c1@example.org", "en")).SetItem(1, new Client(2, "c2@example.org", "en"));
        _template.Fails = context => context.Language == Language.English;
        Transport.Answer = mail => mail.To is "c5@example.org" or "c6@example.org" ? throw new InvalidOperationException($"Somebody is {mail.To}.") : new MailOutcome.Accepted();
        var program = FailingProgram();
        var version = await PublishAndStartAsync(program);

        await SendAsync(program, version);

        _log.Warnings.Select(warning => warning[..8]).Should().BeEquivalentTo("GDPR6250", "GDPR6251", "GDPR6252");
        _log.Warnings.Should().NotContain(warning => warning.Contains("example.org") || warning.Contains("Somebody"));
        _log.Warnings.Should().ContainSingle(warning => warning.Contains(nameof(FailingTemplate)), "it says where");
    }

    [Fact]
    public async Task A_delivery_of_which_the_ledger_lost_something_keeps_nobody_else_waiting()
    {
        Transport.Answer = mail => mail.To is "c5@example.org" or "c6@example.org" ? new MailOutcome.Deferred(MailFault.TryLater) : new MailOutcome.Accepted();
        InterposedStore? store = null;
        var program = Program(besides: services => services.AddSingleton<ILedgerStore>(provider => store = new InterposedStore(new InMemoryLedgerStore(provider.GetRequiredService<InMemoryDatabase>()))));
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        var person = (await program.GetRequiredService<ISubjectDirectory>().FindBySubjectAsync([Person(5)], Token))[0].Ref;
        var stream = NoticeDelivery.StreamOf(person, version.TellsOf);
        var head = (await store!.FindHeadsAsync([stream], Token))[0];
        await store.AppendAsync(AppendBatch.Of([new StreamAppend(head.Version, [], head with { FoldVersion = NoticeDelivery.Fold.Version + 1 })]), Token);
        store.Keeps = entry => entry.Stream != stream;
        Transport.Answer = _ => new MailOutcome.Accepted();
        Clock.Advance(Duration.FromHours(1));

        (await SendAsync(program, version)).Sent.Should().Be(1);

        (await ReportAsync(program, version)).Should().Match<CampaignReport>(report => report.Sent == 9 && report.Queued == 1);
    }

    private async Task<int> SendUntilNobodyWaitsAsync(IServiceProvider program, NoticeVersion version)
    {
        var calls = 0;
        for (Instant? next = Clock.GetCurrentInstant() + Duration.FromMinutes(10); next is { } time && calls < 1_000; calls++)
        {
            Clock.Reset(time);
            next = (await SendAsync(program, version)).NextAt;
        }

        return calls;
    }

    private IServiceProvider FailingProgram() => Program(besides: services => services
        .AddSingleton<ILogger<NoticeSending>>(_log)
        .Configure<NoticeMailOptions>(options => options.Template = _template));

    private sealed class FailingTemplate : NoticeMailTemplate
    {
        public Func<NoticeMailContext, bool> Fails { get; set; } = _ => false;

        public override Document Body(NoticeMailContext context) => Fails(context) ? throw new KeyNotFoundException("Somebody has no salutation.") : base.Body(context);
    }
}
