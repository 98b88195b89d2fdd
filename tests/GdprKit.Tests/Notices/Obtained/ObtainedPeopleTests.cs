using System.Text;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using NodaTime.Testing;
using static GdprKit.ShopKeys;

namespace GdprKit;

/// <summary>People whose data come from somebody else, who are told within a month (Art. 14(3)(a)).</summary>
public sealed class ObtainedPeopleTests : IAsyncDisposable
{
    private readonly FakeClock _clock = new(Instant.FromUtc(2027, 2, 27, 9, 30));
    private readonly ServiceProvider _services;
    private readonly IServiceProvider _program;

    private List<Lead> _leads =
    [
        new(1, "own@example.org", null, new LocalDate(2026, 1, 1)),
        new(2, "january@example.org", "Address trader", new LocalDate(2027, 1, 31)),
        new(3, "february@example.org", "Address trader", new LocalDate(2027, 2, 20)),
        new(4, "undated@example.org", "Old list", null),
    ];

    public ObtainedPeopleTests()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IClock>(_clock).AddSingleton<INoticeTransport>(new TestTransport()).AddSingleton<INoticeLinks, TestLinks>();
        services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<Lead>(data => data
                .IsSubject(Customers, lead => lead.Id)
                .Field(EmailAddress, lead => lead.Email)
                .Email(lead => lead.Email)
                .ObtainedFrom(lead => lead.Source)
                .Arrived(lead => lead.Came))
            .UseInMemory(memory => memory.Keep(() => _leads))
            .UseInMemoryLedger());
        _services = services.BuildServiceProvider();
        _program = _services.CreateScope().ServiceProvider;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private ObtainedPeople Obtained => _program.GetRequiredService<ObtainedPeople>();

    [Fact]
    public async Task Who_gave_the_data_themselves_is_not_among_those_whose_data_were_obtained()
    {
        (await ReadAsync()).Should().BeEquivalentTo(
            [
                new { Subject = Person(2), ObtainedOn = (LocalDate?)new LocalDate(2027, 1, 31), DueOn = (LocalDate?)new LocalDate(2027, 2, 28) },
                new { Subject = Person(3), ObtainedOn = (LocalDate?)new LocalDate(2027, 2, 20), DueOn = (LocalDate?)new LocalDate(2027, 3, 20) },
                new { Subject = Person(4), ObtainedOn = (LocalDate?)null, DueOn = (LocalDate?)null },
            ]);
    }

    [Theory]
    [InlineData("2027-02-28T22:59:59", 0, "2027-02-28")]
    [InlineData("2027-02-28T23:00:00", 1, "2027-03-20")]
    [InlineData("2027-03-21T12:00:00", 2, null)]
    public async Task The_last_day_is_that_of_the_controller_and_who_is_not_told_by_its_end_is_overdue(string utc, int overdue, string? next)
    {
        _clock.Reset(NodaTime.Text.InstantPattern.General.Parse($"{utc}Z").Value);

        var report = await Obtained.ReportAsync(Token);

        report.Should().BeEquivalentTo(new
        {
            Untold = 3L,
            Overdue = (long)overdue,
            WithoutDate = 1L,
            IsTelling = false,
            NextDueOn = next is null ? (LocalDate?)null : NodaTime.Text.LocalDatePattern.Iso.Parse(next).Value,
        });
    }

    [Theory]
    [InlineData("2027-01-31", "2027-02-28")]
    [InlineData("2028-01-31", "2028-02-29")]
    [InlineData("2027-03-31", "2027-04-30")]
    [InlineData("2027-02-28", "2027-03-28")]
    [InlineData("2026-12-15", "2027-01-15")]
    public void A_month_is_one_of_the_calendar(string obtained, string due)
    {
        var pattern = NodaTime.Text.LocalDatePattern.Iso;

        new ObtainedPerson(Person(1), pattern.Parse(obtained).Value).DueOn.Should().Be(pattern.Parse(due).Value);
    }

    [Fact]
    public async Task A_campaign_tells_them_and_then_nobody_is_left()
    {
        var version = await PublishAsync();
        (await Obtained.ReportAsync(Token)).Should().BeEquivalentTo(new { Untold = 3L, IsTelling = false }, "publishing tells nobody");

        await _program.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        (await Obtained.ReportAsync(Token)).Should().BeEquivalentTo(new { Untold = 3L, IsTelling = true });
        await SendAsync(version);

        (await Obtained.ReportAsync(Token)).Should().BeEquivalentTo(new { Untold = 0L, Overdue = 0L });
        _leads = [.. _leads, new(5, "new@example.org", "Address trader", new LocalDate(2027, 2, 27))];
        (await ReadAsync()).Should().ContainSingle().Which.Subject.Should().Be(Person(5));
        await SendAsync(version);
        (await ReadAsync()).Should().BeEmpty("a campaign that runs tells newcomers");
    }

    [Fact]
    public async Task Who_said_to_have_read_it_need_not_be_told_and_who_was_not_reached_must_be()
    {
        var version = await PublishAsync();
        await _program.GetRequiredService<NoticeAcknowledgements>().AcknowledgeAsync(
            Person(2), new Acknowledgement { Version = version.Digest, Language = Language.Dutch, Means = AcknowledgementMeans.Form, Label = "Ik heb de privacyverklaring gelezen." }, Token);
        await _program.GetRequiredService<NoticeCampaigns>().StartAsync(version, cancellationToken: Token);
        await SendAsync(version);
        await _program.GetRequiredService<NoticeCampaigns>().RecordBounceAsync(Person(3), version, Token);

        (await ReadAsync()).Should().ContainSingle().Which.Subject.Should().Be(Person(3));
    }

    [Fact]
    public async Task The_list_says_by_when()
    {
        using var output = new MemoryStream();

        await Obtained.WriteCsvAsync(output, Language.English, Token);

        Encoding.UTF8.GetString(output.ToArray()).Should().Be(
            "\uFEFFKind,Number,Obtained on,To be told by\r\ncustomers,2,2027-01-31,2027-02-28\r\ncustomers,3,2027-02-20,2027-03-20\r\ncustomers,4,,\r\n");
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static SubjectId Person(int id) => SubjectId.Of(Customers, id);

    private async Task<NoticeVersion> PublishAsync()
    {
        var versions = _program.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        return await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
    }

    private async Task SendAsync(NoticeVersion version) => await _program.GetRequiredService<NoticeSending>().SendAsync(version, cancellationToken: Token);

    private async Task<List<ObtainedPerson>> ReadAsync() => await Obtained.ReadAsync(Token).ToListAsync(Token);

    private sealed record Lead(int Id, string Email, string? Source, LocalDate? Came);
}
