using System.Text;
using GdprKit.Notices;
using GdprKit.Subjects;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>Letters to those whom no mail reaches.</summary>
public sealed class NoticeLetterTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));
    private readonly TestTransport _transport = new();
    private readonly ServiceProvider _services;
    private readonly IServiceProvider _program;

    private List<Reader> _readers =
    [
        new(1, null, "nl", "Ada", "de Vries", "Dorpsstraat 1", "2e verdieping", "1234 AB", "Utrecht", "Nederland"),
        new(2, "bo@example.org", "en", "Bo", "Smith", "1 High Street", null, "AB1 2CD", "London", "United Kingdom"),
        new(3, "gone@example.org", null, "=1+1", null, "@home", null, null, "Delft", null),
        new(4, null, "nl", "Cor", "Leeg", " ", null, null, null, null),
    ];

    public NoticeLetterTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(_clock).AddSingleton<INoticeTransport>(_transport).AddSingleton<INoticeLinks, TestLinks>();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Reader>(data => data
                .IsSubject(Customers, r => r.Id)
                .Field(EmailAddress, r => r.Email)
                .Field(Name, r => r.First, r => r.Last, r => r.Language, r => r.Street, r => r.Addition, r => r.Code, r => r.City, r => r.Country)
                .Email(r => r.Email)
                .Language(r => r.Language)
                .PersonName(r => r.First, r => r.Last)
                .AddressLines(r => r.Street, r => r.Addition)
                .Place(r => r.Code, r => r.City, country: r => r.Country))
            .UseInMemory(memory => memory.Keep(() => _readers))
            .UseInMemoryLedger());
        _services = services.BuildServiceProvider();
        _program = _services.CreateScope().ServiceProvider;
        _transport.Answer = mail => mail.To == "gone@example.org" ? new MailOutcome.Refused(MailFault.AddressRefused) : new MailOutcome.Accepted();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private NoticeLetters Letters => _program.GetRequiredService<NoticeLetters>();

    [Fact]
    public async Task Who_was_not_reached_by_mail_gets_a_letter_in_the_own_language_and_nobody_else()
    {
        var version = await TellAsync();

        var letters = await ReadAsync(version);

        letters.Should().BeEquivalentTo(
            [
                new
                {
                    Subject = Person(1), Name = "Ada de Vries", AddressLines = new[] { "Dorpsstraat 1", "2e verdieping" }, PostalCode = "1234 AB", City = "Utrecht", Country = "Nederland", HasAddress = true,
                    Language = Language.Dutch, Text = new Uri($"https://shop.example/read/{version}/nl"),
                },
                new
                {
                    Subject = Person(3), Name = "=1+1", AddressLines = new[] { "@home" }, PostalCode = "", City = "Delft", Country = "", HasAddress = true,
                    Language = Language.Dutch, Text = new Uri($"https://shop.example/read/{version}/nl"),
                },
                new
                {
                    Subject = Person(4), Name = "Cor Leeg", AddressLines = Array.Empty<string>(), PostalCode = "", City = "", Country = "", HasAddress = false,
                    Language = Language.Dutch, Text = new Uri($"https://shop.example/read/{version}/nl"),
                },
            ]);
    }

    [Fact]
    public async Task The_list_for_a_printer_runs_nothing_and_is_the_same_when_it_is_downloaded_twice()
    {
        var version = await TellAsync();

        var list = await CsvAsync(version);

        list.Should().Be(await CsvAsync(version));
        var lines = list.Split("\r\n");
        lines[0].Should().Be("\uFEFFNumber,Name,Address line 1,Address line 2,Address line 3,Postal code,Place,Region,Country,Language,Version,Text");
        lines[1..].Should().BeEquivalentTo(
            $"1,Ada de Vries,Dorpsstraat 1,2e verdieping,,1234 AB,Utrecht,,Nederland,nl,{version},https://shop.example/read/{version}/nl",
            $"3,'=1+1,'@home,,,,Delft,,,nl,{version},https://shop.example/read/{version}/nl",
            $"4,Cor Leeg,,,,,,,,nl,{version},https://shop.example/read/{version}/nl",
            "");
    }

    [Fact]
    public async Task That_the_letters_went_is_recorded_once_and_of_those_with_an_address()
    {
        var version = await TellAsync();
        _clock.Advance(Duration.FromHours(1));
        var readAt = _clock.GetCurrentInstant();
        _clock.Advance(Duration.FromHours(1));

        (await Letters.RecordSentAsync(version, readAt, Token)).Should().Be(2);
        (await Letters.RecordSentAsync(version, readAt, Token)).Should().Be(0);

        (await ReadAsync(version)).Should().ContainSingle().Which.Subject.Should().Be(Person(4));
        var history = await _program.GetRequiredService<NoticeReports>().HistoryAsync(Person(3), Token);
        history[^1].Should().BeEquivalentTo(new { Kind = NoticeEventKind.Sent, Channel = NoticeChannel.Letter, Language = Language.Dutch });
    }

    [Fact]
    public async Task Who_was_found_unreachable_after_the_list_was_read_was_sent_no_letter()
    {
        var version = await TellAsync();
        _clock.Advance(Duration.FromHours(1));
        var readAt = _clock.GetCurrentInstant();
        _clock.Advance(Duration.FromHours(1));
        await _program.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(2), version, Token);

        (await Letters.RecordSentAsync(version, readAt, Token)).Should().Be(2);

        (await ReadAsync(version)).Select(letter => letter.Subject).Should().BeEquivalentTo([Person(2), Person(4)]);
    }

    [Fact]
    public async Task Who_left_gets_no_letter_and_who_was_erased_none_either()
    {
        var version = await TellAsync();
        _readers = [.. _readers.Where(reader => reader.Id is not (1 or 4))];
        await _program.GetRequiredService<ISubjectDirectory>().UnlinkAsync([Person(4)], Token);

        (await ReadAsync(version)).Select(letter => letter.Subject).Should().BeEquivalentTo([Person(3)]);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static SubjectId Person(int id) => SubjectId.Of(Customers, id);

    private async Task<NoticeVersion> TellAsync()
    {
        var versions = _program.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        var version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        await _program.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        await _program.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: Token);
        return version;
    }

    private async Task<List<NoticeLetter>> ReadAsync(NoticeVersion version) => await Letters.ReadAsync(version, Token).ToListAsync(Token);

    private async Task<string> CsvAsync(NoticeVersion version)
    {
        using var output = new MemoryStream();
        await Letters.WriteCsvAsync(output, version, Language.English, Token);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    private sealed record Reader(int Id, string? Email, string? Language, string First, string? Last, string? Street, string? Addition, string? Code, string? City, string? Country);
}
