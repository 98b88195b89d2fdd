using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>What everybody reads under <c>/privacy</c> once a version was published.</summary>
public sealed partial class PublishedNoticeTests : IAsyncDisposable
{
    private static readonly NoticeAudience Staff = NoticeAudience.Of(Key<SubjectKind>.Parse("employees"));

    private readonly NoticeHost _site = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/privacy/en")]
    [InlineData("/privacy/nl.md")]
    [InlineData("/privacy/en.json")]
    public async Task Everybody_reads_the_version_that_holds_and_not_what_the_register_says_by_now(string address)
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var later = await _site.StartAsync("later@example.nl");

        (await later.Client.GetStringAsync(address, Cancel)).Should().Contain("info@example.nl").And.NotContain("later@example.nl");

        _site.Clock.Advance(Duration.FromDays(1));
        await NoticeHost.PublishAsync(later);
        (await later.Client.GetStringAsync(address, Cancel)).Should().Contain("later@example.nl").And.NotContain("info@example.nl");
    }

    [Fact]
    public async Task Before_anything_is_published_everybody_reads_what_the_register_says()
    {
        var host = await _site.StartAsync();
        await using var without = await Host.StartAsync();

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Be(await without.Client.GetStringAsync("/privacy/en", Cancel));
    }

    [Fact]
    public async Task The_page_says_from_when_its_text_holds_and_links_to_the_announced_one_and_to_those_before()
    {
        var first = await NoticeHost.PublishAsync(await _site.StartAsync());
        _site.Clock.Advance(Duration.FromDays(30));
        var second = await NoticeHost.PublishAsync(await _site.StartAsync("second@example.nl"));
        _site.Clock.Advance(Duration.FromDays(1));
        var host = await _site.StartAsync("third@example.nl");
        var third = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 15), summary: LocalizedText.Of(nl: "Een nieuw adres.", en: "A new address."));

        using var response = await host.Client.GetAsync("/privacy/en", Cancel);
        var page = await response.Content.ReadAsStringAsync(Cancel);

        page.Should().Contain("second@example.nl")
            .And.Contain("This text holds from 27 December 2026.")
            .And.Contain("From 15 January 2027 a new text holds.")
            .And.Contain("A new address.")
            .And.Contain($"href=\"/privacy/versions/{third}/en\"")
            .And.Contain($"href=\"/privacy/versions/{second}/en/changes\"")
            .And.Contain($"href=\"/privacy/versions/{first}/en\">From 27 November 2026 until 27 December 2026</a>");
        response.Headers.GetValues("Link").Should().Contain($"</privacy/versions/{third}/en>; rel=\"successor-version\"").And.Contain($"</privacy/versions/{first}/en>; rel=\"predecessor-version\"");
        foreach (var link in Targets().Matches(page).Select(match => match.Groups[1].Value).Where(link => link.Contains("/versions/", StringComparison.Ordinal)))
        {
            (await host.Client.GetAsync(link, Cancel)).StatusCode.Should().Be(HttpStatusCode.OK, link);
        }

        (await host.Client.GetStringAsync("/privacy/nl.md", Cancel)).Should().Contain("Vanaf 15 januari 2027 geldt een nieuwe tekst.");
    }

    [Fact]
    public async Task An_announced_version_holds_from_the_first_moment_of_its_day_and_a_browser_is_told()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await _site.StartAsync("later@example.nl");
        var announced = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1));
        using var before = await host.Client.GetAsync("/privacy/nl", Cancel);
        _site.Clock.Reset(announced.EffectiveFrom - Duration.FromMilliseconds(1));
        (await GetAsync(host, "/privacy/nl", before.Headers.ETag!)).Should().Be(HttpStatusCode.NotModified);

        _site.Clock.Reset(announced.EffectiveFrom);

        (await GetAsync(host, "/privacy/nl", before.Headers.ETag!)).Should().Be(HttpStatusCode.OK);
        (await host.Client.GetStringAsync("/privacy/nl", Cancel)).Should().Contain("later@example.nl");
    }

    [Fact]
    public async Task While_the_first_version_is_announced_the_register_is_read_with_its_announcement()
    {
        var host = await _site.StartAsync();
        var first = await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1));

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("info@example.nl").And.Contain("From 1 January 2027 a new text holds.").And.Contain($"/privacy/versions/{first}/en");
    }

    [Fact]
    public async Task A_version_that_never_held_is_no_earlier_text()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var announced = await NoticeHost.PublishAsync(await _site.StartAsync("second@example.nl"), new LocalDate(2027, 1, 15));
        _site.Clock.Advance(Duration.FromDays(1));
        var host = await _site.StartAsync("third@example.nl");
        await NoticeHost.PublishAsync(host);

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().NotContain(announced.ToString());
        (await host.Client.GetStringAsync($"/privacy/versions/{announced}/en", Cancel)).Should().Contain("never held").And.Contain("href=\"../../en\"");
    }

    [Fact]
    public async Task In_json_the_digest_is_that_under_which_the_text_was_published()
    {
        var host = await _site.StartAsync();
        var version = await NoticeHost.PublishAsync(host);

        foreach (var text in version.Texts)
        {
            Digest.Of(await host.Client.GetByteArrayAsync($"/privacy/{text.Language}.json", Cancel)).Should().Be(text.Digest);
        }
    }

    [Fact]
    public async Task Whoever_has_a_notice_of_their_own_reads_the_version_of_that()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync(), audience: Staff);
        var later = await _site.StartAsync("later@example.nl");

        (await later.Client.GetStringAsync("/privacy/en/employees", Cancel)).Should().Contain("info@example.nl").And.NotContain("later@example.nl");
        (await later.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("later@example.nl", "of the public nothing was published");
    }

    [Fact]
    public async Task A_language_that_the_published_text_has_not_is_not_served_from_the_register()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync(HostRegister.InOneLanguage(Language.Dutch)));
        var later = await _site.StartAsync();

        using var english = await later.Client.GetAsync("/privacy/en", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var negotiated = await later.Client.SendAsync(request, Cancel);

        english.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await english.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4501").And.Contain("Ask for 'nl'.");
        negotiated.Content.Headers.ContentLanguage.Should().Equal("nl");
    }

    [Fact]
    public async Task A_visitor_costs_one_look_at_the_head_and_no_reading()
    {
        var host = await _site.StartAsync();
        await NoticeHost.PublishAsync(host);
        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.Readings = 0;

        await host.Client.GetStringAsync("/privacy/nl", Cancel);
        using var head = new HttpRequestMessage(HttpMethod.Head, "/privacy/nl");
        await host.Client.SendAsync(head, Cancel);

        _site.Readings.Should().Be(0);
    }

    [Fact]
    public async Task What_another_instance_publishes_is_read_at_once()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var (one, other) = (await _site.StartAsync("later@example.nl"), await _site.StartAsync("later@example.nl"));
        await one.Client.GetStringAsync("/privacy/nl", Cancel);
        _site.Clock.Advance(Duration.FromMinutes(1));

        await NoticeHost.PublishAsync(other);

        (await one.Client.GetStringAsync("/privacy/nl", Cancel)).Should().Contain("later@example.nl");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("HEAD")]
    public async Task While_the_ledger_was_silent_from_the_start_no_text_is_read_as_the_one_that_holds(string method)
    {
        var host = await _site.StartAsync();
        await NoticeHost.PublishAsync(host);
        _site.IsDown = true;
        using var request = new HttpRequestMessage(new HttpMethod(method), "/privacy/nl");

        using var response = await host.Client.SendAsync(request, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.RetryAfter.Should().NotBeNull();
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Be(method == "HEAD" ? "" : "GDPR4507: de privacyverklaring kan nu niet worden gelezen of bevestigd. Probeer het over een minuut opnieuw.");
    }

    [Fact]
    public async Task A_model_without_the_tables_of_the_ledger_reads_as_before()
    {
        await using var host = await Host.StartAsync(services => services.AddGdprKit().UseInMemoryLedger().Services
            .AddScoped<ILedgerStore>(_ => throw LedgerException.NotKept("The model lacks the tables.", "Add them.")));

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().Contain("info@example.nl");
    }

    [Fact]
    public async Task Who_asks_under_ever_other_addresses_gets_the_same_text()
    {
        var host = await _site.StartAsync();
        await NoticeHost.PublishAsync(host);

        for (var i = 0; i < 300; i++)
        {
            var address = string.Concat("privacy".Select((letter, place) => (i >> place & 1) == 1 ? char.ToUpperInvariant(letter) : letter));
            (await host.Client.GetStringAsync($"/{address}/{(i < 256 ? "nl" : "en")}{(i % 256 < 128 ? "" : "/")}", Cancel)).Should().Contain("info@example.nl");
        }
    }

    [Fact]
    public async Task An_operator_sees_the_proposal_and_nobody_else()
    {
        await NoticeHost.PublishAsync(await _site.StartAsync());
        var host = await _site.StartAsync("later@example.nl");

        (await OperatorAsync(host, "/privacy/manage/notice")).Should().Contain("later@example.nl").And.Contain("Nobody reads it yet, because it is not published.");
        (await OperatorAsync(host, "/privacy/manage/notice/employees")).Should().Contain("Nothing is published yet");
        (await host.Client.GetAsync("/privacy/manage/notice", Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);

        _site.Clock.Advance(Duration.FromMinutes(1));
        await NoticeHost.PublishAsync(host, new LocalDate(2027, 1, 1));
        (await OperatorAsync(host, "/privacy/manage/notice")).Should().Contain("is published and will hold later");
        _site.Clock.Advance(Duration.FromDays(90));
        (await OperatorAsync(host, "/privacy/manage/notice")).Should().Contain("is published and holds now");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private static async Task<HttpStatusCode> GetAsync(Host host, string address, EntityTagHeaderValue known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(known);
        using var response = await host.Client.SendAsync(request, Cancel);
        return response.StatusCode;
    }

    private static async Task<string> OperatorAsync(Host host, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "privacy");
        request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue("en"));
        using var response = await host.Client.SendAsync(request, Cancel);
        return await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Cancel);
    }

    [GeneratedRegex("href=\"([^\"]+)\"")]
    private static partial Regex Targets();
}
