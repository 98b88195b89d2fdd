using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GdprKit.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Who was told, for operators.</summary>
public sealed class ReportEndpointTests : IAsyncLifetime
{
    private Host _host = null!;

    private NoticeVersion _version = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await StartAsync();
        using var scope = _host.Services.CreateScope();
        var versions = scope.ServiceProvider.GetRequiredService<NoticeVersions>();
        var proposal = await versions.ProposeAsync(cancellationToken: Token);
        _version = await versions.PublishAsync(new NoticePublication { Version = proposal.Digest, Significance = proposal.Significance }, cancellationToken: Token);
        await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(_version, [SubjectId.Of(Webshop.Customers, 1)], Language.Dutch, Token);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("nl", "Wie is geïnformeerd?", "Nog niet geïnformeerd")]
    [InlineData("en", "Who was told?", "Not told yet")]
    public async Task The_versions_are_listed_with_their_numbers(string language, string title, string queued)
    {
        using var response = await GetAsync("/privacy/manage/told", language: language);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Token)).Should().Contain(title).And.Contain(queued).And.Contain($"href=\"told/{_version}\"");
    }

    [Fact]
    public async Task A_version_shows_person_by_person_who_was_told_how_and_who_was_not()
    {
        using var response = await GetAsync($"/privacy/manage/told/{_version}", language: "en");

        var page = await response.Content.ReadAsStringAsync(Token);
        page.Should().MatchRegex("(?s)customers 1</th>.*told</td>.*by letter").And.MatchRegex("(?s)customers 2</th>.*not told yet").And.NotContain("example.org", "an address is not needed to say who was told");
        page.Should().Contain($"href=\"{_version}?status=sent\"").And.Contain($"href=\"{_version}.csv\"");
    }

    [Theory]
    [InlineData("sent", "customers 1", "customers 2")]
    [InlineData("queued", "customers 2", "customers 1")]
    public async Task One_state_can_be_looked_at_and_its_file_holds_the_same(string status, string shown, string other)
    {
        using var response = await GetAsync($"/privacy/manage/told/{_version}?status={status}", language: "en");
        using var csv = await GetAsync($"/privacy/manage/told/{_version}.csv?status={status}", language: "en");

        (await response.Content.ReadAsStringAsync(Token)).Should().Contain(shown).And.NotContain(other).And.Contain($"href=\"{_version}.csv?status={status}\"");
        (await csv.Content.ReadAsStringAsync(Token)).Should().Contain(shown.Replace(' ', ',')).And.NotContain(other.Replace(' ', ','));
    }

    [Fact]
    public async Task A_word_that_is_no_state_asks_for_nobody()
    {
        using var response = await GetAsync($"/privacy/manage/told/{_version}?status=everything", language: "en");

        (await response.Content.ReadAsStringAsync(Token)).Should().Contain("This is true of nobody.");
    }

    [Fact]
    public async Task The_report_is_downloaded_as_a_table_and_read_by_programs()
    {
        using var csv = await GetAsync($"/privacy/manage/told/{_version}.csv");
        using var json = await GetAsync($"/privacy/manage/told/{_version}.json");

        csv.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
        csv.Content.Headers.ContentDisposition!.FileName.Should().Be($"told-{_version.Digest.ToString()[..8]}.csv");
        csv.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await csv.Content.ReadAsStringAsync(Token)).Split("\r\n").Should().HaveCount(5);
        JsonDocument.Parse(await json.Content.ReadAsStringAsync(Token)).RootElement.GetArrayLength().Should().Be(3);
    }

    [Fact]
    public async Task The_list_of_letters_is_offered_once_somebody_was_not_reached()
    {
        using (var before = await GetAsync($"/privacy/manage/told/{_version}"))
        {
            (await before.Content.ReadAsStringAsync(Token)).Should().NotContain("letters.csv");
        }

        using (var scope = _host.Services.CreateScope())
        {
            var campaigns = scope.ServiceProvider.GetRequiredService<NoticeCampaigns>();
            await campaigns.StartAsync(_version, cancellationToken: Token);
            await scope.ServiceProvider.GetRequiredService<NoticeSending>().SendAsync(_version, cancellationToken: Token);
        }

        using var after = await GetAsync($"/privacy/manage/told/{_version}");
        (await after.Content.ReadAsStringAsync(Token)).Should().Contain($"href=\"{_version}/letters.csv\"");
        using var letters = await GetAsync($"/privacy/manage/told/{_version}/letters.csv", language: "en");
        (await letters.Content.ReadAsStringAsync(Token)).Should().Contain("Number,Name,Address line 1").And.Contain("\r\n3,,,,").And.NotContain("\r\n2,");
    }

    [Theory]
    [InlineData("/privacy/manage/told/0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("/privacy/manage/told/x.csv")]
    public async Task What_was_never_published_is_not_found(string address)
    {
        using var response = await GetAsync(address);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Token)).Should().StartWith("GDPR4550");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/{0}")]
    [InlineData("/{0}.csv")]
    [InlineData("/{0}.json")]
    [InlineData("/{0}/letters.csv")]
    public async Task Only_who_the_policy_lets_in_sees_it(string page)
    {
        var address = $"/privacy/manage/told{page.Replace("{0}", _version.ToString(), StringComparison.Ordinal)}";

        (await _host.Client.GetAsync(address, Token)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await GetAsync(address, role: "sales")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    private static Task<Host> StartAsync() => Host.StartAsync(services =>
    {
        services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewNotices, policy => policy.RequireRole("privacy"));
        services.AddGdprKit()
            .EnforceCoverage(CoverageEnforcement.Warn)
            .AddMap<Reader>(data => data.IsSubject(Webshop.Customers, reader => reader.Id).Field(Webshop.EmailAddress, reader => reader.Email).Email(reader => reader.Email))
            .UseInMemory(memory => memory.Keep(() => (Reader[])[new Reader(1, "ann@example.org"), new Reader(2, "bob@example.org"), new Reader(3, null)]))
            .UseInMemoryLedger()
            .UseNoticeLinks(new Uri("http://localhost/privacy"));
        services.AddSingleton<INoticeTransport, TakesAll>();
    });

    private async Task<HttpResponseMessage> GetAsync(string address, string role = "privacy", string language = "nl")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", role);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await _host.Client.SendAsync(request, Token);
    }

    private sealed class TakesAll : INoticeTransport
    {
        public int MostAtOnce => 1;

        public ValueTask<MailOutcome> SendAsync(NoticeMail mail, CancellationToken cancellationToken) => ValueTask.FromResult<MailOutcome>(new MailOutcome.Accepted());
    }

    private sealed record Reader(int Id, string? Email);
}
