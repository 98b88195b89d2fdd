using System.Text;
using System.Text.Json;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

public sealed class NoticeReportTests : NoticeSendingTest
{
    [Fact]
    public async Task Everybody_is_told_of_once_and_the_numbers_add_up()
    {
        var program = Program();
        var version = await TellMixedAsync(program);

        var people = await ReadAsync(program, version);

        people.Select(person => person.Subject).Should().OnlyHaveUniqueItems().And.HaveCount(11);
        var report = await ReportAsync(program, version);
        people.Count(person => !person.HasLeft).Should().Be((int)report.Audience);
        people.CountBy(person => person.Delivery.Status).Should().BeEquivalentTo(new Dictionary<NoticeDeliveryStatus, int>
        {
            [NoticeDeliveryStatus.Unknown] = 1,
            [NoticeDeliveryStatus.Sent] = 6,
            [NoticeDeliveryStatus.Acknowledged] = 1,
            [NoticeDeliveryStatus.Bounced] = 1,
            [NoticeDeliveryStatus.Unreachable] = 1,
            [NoticeDeliveryStatus.Deferred] = 1,
        });
    }

    [Theory]
    [InlineData(NoticeDeliveryStatus.Unknown, 11)]
    [InlineData(NoticeDeliveryStatus.Acknowledged, 5)]
    [InlineData(NoticeDeliveryStatus.Bounced, 4)]
    [InlineData(NoticeDeliveryStatus.Unreachable, 1)]
    [InlineData(NoticeDeliveryStatus.Deferred, 2)]
    public async Task Those_of_one_state_can_be_asked_for(NoticeDeliveryStatus status, int id)
    {
        var program = Program();
        var version = await TellMixedAsync(program);

        var people = await ReadAsync(program, version, [status]);

        people.Should().ContainSingle().Which.Subject.Should().Be(Person(id));
    }

    [Fact]
    public async Task Who_was_told_and_is_not_to_be_reminded_is_among_those_who_were_told()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await program.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [Person(3)], Language.Dutch, Token);
        await SendAsync(program, version);

        (await ReadAsync(program, version, [NoticeDeliveryStatus.Sent])).Should().HaveCount(10).And.ContainSingle(person => person.Delivery.Channel == NoticeChannel.Letter);
    }

    [Fact]
    public async Task Who_left_and_who_was_erased_are_told_apart_from_those_whose_data_are_held()
    {
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        Clients = [.. Clients.Where(client => client.Id > 2)];
        await program.GetRequiredService<ISubjectDirectory>().UnlinkAsync([Person(2)], Token);

        var left = (await ReadAsync(program, version)).Where(person => person.HasLeft);

        left.Select(person => person.Subject).Should().BeEquivalentTo([Person(1), null]);
    }

    [Fact]
    public async Task The_history_of_a_person_tells_of_all_versions_in_the_order_in_which_it_happened()
    {
        var program = Program();
        var first = await PublishAndStartAsync(program, new CampaignTerms { RemindAfter = Period.FromDays(7) });
        await SendAsync(program, first);
        Clock.Advance(Duration.FromDays(8));
        await SendAsync(program, first);
        Clock.Advance(Duration.FromDays(1));
        await AcknowledgeAsync(program, first, 4);
        var later = Program(TestRegisters.Shop(ConsentTest.Declare));
        var second = await PublishAndStartAsync(later);
        Transport.Answer = _ => new MailOutcome.Deferred(MailFault.TryLater);
        Clock.Advance(Duration.FromDays(1));
        await SendAsync(later, second);
        Transport.Answer = _ => new MailOutcome.Accepted();
        Clock.Advance(Duration.FromDays(1));
        await SendAsync(later, second);
        Clock.Advance(Duration.FromDays(1));
        await later.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(4), second, Token);

        var history = await later.GetRequiredService<NoticeReports>().HistoryAsync(Person(4), Token);

        history.Select(each => (each.Kind, each.TellsOf == first.Digest)).Should().Equal(
            (NoticeEventKind.Sent, true), (NoticeEventKind.Reminded, true), (NoticeEventKind.Acknowledged, true),
            (NoticeEventKind.Deferred, false), (NoticeEventKind.Sent, false), (NoticeEventKind.Bounced, false));
        history[0].Should().BeEquivalentTo(new { Channel = NoticeChannel.Email, Language = Language.Dutch, Version = (Digest?)first.Digest, At = Instant.FromUtc(2026, 11, 26, 9, 30) });
        history[2].Means.Should().Be(AcknowledgementMeans.Form);
        history[3].Fault.Should().Be(MailFault.TryLater);
        history[5].Obstacle.Should().Be(NoticeObstacle.AddressRefused);
        DeliveryWording.In(Language.English).Sentence(history[1]).Should().Be("Was reminded of the privacy notice by e-mail.");
    }

    [Fact]
    public async Task Who_was_never_told_of_anything_has_no_history()
    {
        var program = Program();

        (await program.GetRequiredService<NoticeReports>().HistoryAsync(Person(4), Token)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_table_opens_in_a_spreadsheet_in_the_time_of_the_controller()
    {
        Clients = [new Client(1, "c1@example.org"), new Client(2, null), new Client(3, "c3@example.org", "en")];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        await AcknowledgeAsync(program, version, 3);
        Clients = Clients.Add(new Client(4, "c4@example.org"));
        using var output = new MemoryStream();

        await program.GetRequiredService<NoticeReports>().WriteCsvAsync(output, version, Language.English, cancellationToken: Token);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split("\r\n");
        lines[0].Should().Be("\uFEFFKind,Number,Status,Told at,How,Language,Version,Reminded at,Confirmed at,Confirmed how,Why not reached,Data still held");
        lines[1..].Should().BeEquivalentTo(
            "customers,4,not told yet,,,,,,,,,yes",
            $"customers,1,told,2026-11-26 10:30:00,by e-mail,nl,{version},,,,,yes",
            "customers,2,not reached,,,,,,,,there is no address,yes",
            $"customers,3,read and confirmed,2026-11-26 10:30:00,by e-mail,nl,{version},,2026-11-26 10:30:00,on a form,,yes",
            "");
    }

    [Fact]
    public async Task The_same_is_there_for_programs()
    {
        Clients = [new Client(1, "c1@example.org"), new Client(2, null)];
        var program = Program();
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        using var output = new MemoryStream();

        await program.GetRequiredService<NoticeReports>().WriteJsonAsync(output, version, [NoticeDeliveryStatus.Sent, NoticeDeliveryStatus.Unreachable], Token);

        var people = JsonDocument.Parse(output.ToArray()).RootElement.EnumerateArray().OrderBy(person => person.GetProperty("key")[0].GetString()).Select(person => person.GetRawText());
        people.Should().Equal(
            $$"""{"kind":"customers","key":["1"],"status":"sent","sentAt":"2026-11-26T09:30:00Z","channel":"email","language":"nl","version":"{{version}}","hasLeft":false}""",
            """{"kind":"customers","key":["2"],"status":"unreachable","obstacle":"no-address","hasLeft":false}""");
    }

    [Fact]
    public async Task A_large_report_is_written_piece_by_piece()
    {
        Clients = [.. Enumerable.Range(1, 5_000).Select(id => new Client(id, $"c{id}@example.org"))];
        var program = Program();
        var version = await PublishAsync(program);
        using var output = new PieceStream();

        await program.GetRequiredService<NoticeReports>().WriteCsvAsync(output, version, Language.Dutch, cancellationToken: Token);

        output.Pieces.Should().HaveCountGreaterThanOrEqualTo(5).And.OnlyContain(piece => piece < 100_000);
    }

    // Ten whose states differ, and an eleventh who came later.
    private async Task<NoticeVersion> TellMixedAsync(IServiceProvider program)
    {
        Transport.Answer = mail => mail.To switch
        {
            "c1@example.org" => new MailOutcome.Refused(MailFault.AddressRefused),
            "c2@example.org" => new MailOutcome.Deferred(MailFault.TryLater),
            _ => new MailOutcome.Accepted(),
        };
        var version = await PublishAndStartAsync(program);
        await SendAsync(program, version);
        await program.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(4), version, Token);
        await AcknowledgeAsync(program, version, 5);
        Clients = Clients.Add(new Client(11, "c11@example.org"));
        return version;
    }

    private static async Task<List<ToldPerson>> ReadAsync(IServiceProvider program, NoticeVersion version, ValueList<NoticeDeliveryStatus>? statuses = null) =>
        await program.GetRequiredService<NoticeReports>().ReadAsync(version, statuses, Token).ToListAsync(Token);
}
