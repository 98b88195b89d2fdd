using System.Text;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Requests;

/// <summary>An export for a request: encrypted, for a time, for who has the link; the ledger knows when and by whom, and not what.</summary>
public sealed class RightsExportTests : ExportTest
{
    private string[] Files => Directory.GetFiles(Folder);

    [Fact]
    public async Task The_ticket_opens_what_was_exported()
    {
        var id = await AskAsync();
        var kept = await Exports.MakeAsync(id, Clerk, Language.English, cancellationToken: Token);
        var ticket = ExportTicket.Parse(kept.Ticket.ToSecret());

        (await Exports.FindAsync(ticket, Token)).Should().Be(new OfferedExport(RightsRequestKind.Access, kept.Until));
        var bytes = await FetchAsync(ticket);

        Digest.Of(bytes!).Should().Be(kept.Export.Digest);
        (await Archive.ReadAsync(bytes!, kept.Export)).Page.Should().Contain("annabel@example.nl");
    }

    [Fact]
    public async Task Neither_the_file_nor_its_name_nor_the_ledger_shows_anything_of_the_person()
    {
        var id = await AskAsync();
        var kept = await Exports.MakeAsync(id, Clerk, Language.English, cancellationToken: Token);
        await FetchAsync(kept.Ticket);

        var file = Files.Should().ContainSingle().Subject;
        Path.GetFileName(file).Should().MatchRegex("^[0-9a-f-]{36}\\.[0-9]+\\.export$");
        Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, Token)).Should().NotContainAny("annabel", "index.html", "PK\u0003\u0004");
        var entries = await Get<ILedgerStore>().ReadLatestAsync(null, 100, Token);
        entries.Select(entry => entry.Type.ToString()).Should().Contain(["request.exported/1", "request.export-fetched/1"]);
        string.Concat(entries.Select(entry => Encoding.UTF8.GetString(entry.Facts.AsSpan()))).Should().NotContainAny("nnabel", "kettle", kept.Ticket.ToSecret(), "4711");
        kept.ToString().Should().NotContain(kept.Ticket.ToSecret());
    }

    [Fact]
    public async Task Forged_expired_and_removed_tickets_open_nothing_alike()
    {
        var id = await AskAsync();
        var kept = await Exports.MakeAsync(id, Clerk, Language.English, cancellationToken: Token);
        var forged = ExportTicket.New(id, kept.Ticket.Export);
        var unknown = ExportTicket.New(id, EntryId.New(Clock.GetCurrentInstant()));

        (await FetchAsync(forged)).Should().BeNull();
        (await FetchAsync(unknown)).Should().BeNull();
        (await Requests.FindAsync(id, Token))!.Export!.FetchedOn.Should().BeNull();

        Clock.Advance(kept.Until - Clock.GetCurrentInstant());
        (await FetchAsync(kept.Ticket)).Should().BeNull();
        Files.Should().BeEmpty("who asks for any removes what is over");
    }

    [Fact]
    public async Task What_was_cut_off_or_changed_is_never_taken_for_the_whole()
    {
        Desk.Files.Add(HelpDesk.Scan(string.Concat(Enumerable.Range(0, 40_000).Select(number => Digest.Of(BitConverter.GetBytes(number)).ToString()))));
        var kept = await Exports.MakeAsync(await AskAsync(), Clerk, Language.English, cancellationToken: Token);
        await using (var file = File.OpenWrite(Files.Single()))
        {
            file.SetLength(file.Length - 5);
        }

        var thrown = await FluentActions.Awaiting(() => FetchAsync(kept.Ticket)).Should().ThrowAsync<PersonalDataExportException>();
        thrown.Which.Id.Should().Be("GDPR1546");
    }

    [Fact]
    public async Task It_is_removed_after_its_time_and_not_before()
    {
        var kept = await Exports.MakeAsync(await AskAsync(), Clerk, Language.English, cancellationToken: Token);

        (kept.Until - Clock.GetCurrentInstant()).Should().Be(Duration.FromDays(14));
        Clock.Advance(Duration.FromDays(14) - Duration.FromSeconds(1));
        (await Exports.RemoveDueAsync(Token)).Should().Be(0);
        Clock.AdvanceSeconds(1);
        (await Exports.RemoveDueAsync(Token)).Should().Be(1);
        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task An_export_is_made_only_for_what_was_granted_and_of_the_right_kind()
    {
        await RefusesAsync("GDPR1544", await AskAsync(isGranted: false));
        await RefusesAsync("GDPR1544", await AskAsync(RightsRequestKind.Erasure));
        await RefusesAsync("GDPR1513", EntryId.New(Clock.GetCurrentInstant()));
        var nobodys = await Requests.ReceiveAsync(new RightsRequestIntake { Kind = RightsRequestKind.Access, Through = RightsRequestChannel.Letter, EnteredBy = Clerk }, null, cancellationToken: Token);
        await Requests.AcceptAsync(nobodys, Clerk, cancellationToken: Token);
        await RefusesAsync("GDPR1545", nobodys);
        Files.Should().BeEmpty();
    }

    [Fact]
    public async Task A_source_that_fails_leaves_no_file_and_no_entry()
    {
        var id = await AskAsync();
        Desk.Fault = new TimeoutException();

        await RefusesAsync("GDPR1541", id);

        Files.Should().BeEmpty();
        (await Requests.FindAsync(id, Token))!.Export.Should().BeNull();
    }

    [Fact]
    public async Task A_request_is_fulfilled_by_its_last_export_and_by_no_other()
    {
        var id = await AskAsync(RightsRequestKind.Portability);
        var first = await Exports.MakeAsync(id, Clerk, Language.Dutch, cancellationToken: Token);
        Clock.AdvanceMinutes(1);
        var last = await Exports.MakeAsync(id, Clerk, Language.Dutch, cancellationToken: Token);

        var refused = await FluentActions.Awaiting(() => Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByExport(first.Export, "We sent a link."), cancellationToken: Token).AsTask()).Should().ThrowAsync<RightsRequestException>();
        refused.Which.Id.Should().Be("GDPR1549");
        var done = await Requests.FulfilAsync(id, Clerk, RightsFulfilment.ByExport(last.Export, "We sent a link."), cancellationToken: Token);

        done.Should().BeEquivalentTo(new { Status = RightsRequestStatus.Fulfilled, Means = RightsFulfilmentMeans.Export });
        await FetchAsync(last.Ticket);
        (await Requests.FindAsync(id, Token))!.Export!.FetchedOn.Should().Be(new LocalDate(2026, 11, 26), "a link outlives the answer");
        (await Requests.ReadHistoryAsync(id, RightsRequestReader.Person, Language.Dutch, Token).Select(happened => happened.Sentence).ToListAsync(Token))
            .Should().Contain(sentence => sentence.StartsWith("Op 26 november 2026 is een kopie", StringComparison.Ordinal)).And.Contain("De kopie van de gegevens is op 26 november 2026 opgehaald.");
    }

    [Fact]
    public async Task Fetching_twice_is_recorded_once()
    {
        var kept = await Exports.MakeAsync(await AskAsync(), Clerk, Language.English, cancellationToken: Token);
        await FetchAsync(kept.Ticket);
        await FetchAsync(kept.Ticket);

        (await Get<ILedgerStore>().ReadLatestAsync(null, 100, Token)).Count(entry => entry.Type.ToString() == "request.export-fetched/1").Should().Be(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base 64 !!")]
    public void What_is_no_ticket_is_refused(string text)
    {
        ExportTicket.TryParse(text, out _).Should().BeFalse();
        FluentActions.Invoking(() => ExportTicket.Parse(text)).Should().Throw<FormatException>().WithMessage("GDPR1548*");
    }

    private async Task<byte[]?> FetchAsync(ExportTicket ticket)
    {
        using var output = new MemoryStream();
        return await Exports.FetchAsync(ticket, _ => output, Token) ? output.ToArray() : null;
    }

    private async Task RefusesAsync(string id, EntryId request)
    {
        var thrown = await FluentActions.Awaiting(() => Exports.MakeAsync(request, Clerk, Language.English, cancellationToken: Token).AsTask()).Should().ThrowAsync<GdprKitException>();
        thrown.Which.Id.Should().Be(id);
    }
}
