using System.IO.Compression;
using System.Net;
using GdprKit.Notices;
using GdprKit.Requests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit;

/// <summary>The link by which a person fetches an export.</summary>
public sealed class ExportEndpointTests : IAsyncLifetime
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private static readonly Operator Clerk = Operator.Parse("staff-7");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-exports-");

    private readonly NoticeHost _site = new();

    private Host _host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _host = await _site.StartAsync(HostRegister.Create(), gdpr => gdpr.KeepExportsIn(_folder.FullName));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("nl", "Gegevens ophalen", "mijn-gegevens.zip", "tot 11 december 2026 om 13:00 uur")]
    [InlineData("en", "Fetch data", "my-data.zip", "until 13:00 on 11 December 2026")]
    public async Task The_button_fetches_the_archive_and_opening_the_link_does_not(string language, string label, string name, string until)
    {
        var (link, kept, id) = await MakeAsync();
        using var client = _host.Client;
        client.DefaultRequestHeaders.Add("Accept-Language", language);

        using var page = await client.GetAsync(link, Token);
        var shown = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync(Token));
        shown.Should().Contain($">{label}</button>").And.Contain(until).And.Contain("<form method=\"post\">");
        page.Headers.CacheControl!.NoStore.Should().BeTrue();
        page.Headers.GetValues("Referrer-Policy").Should().Equal("no-referrer");
        (await FetchedOnAsync(id)).Should().BeNull();

        using var response = await client.PostAsync(link, null, Token);
        var bytes = await response.Content.ReadAsByteArrayAsync(Token);

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/zip");
        response.Content.Headers.ContentDisposition!.FileName.Should().Be(name);
        Digest.Of(bytes).Should().Be(kept.Export.Digest);
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.Should().Contain(entry => entry.FullName == "index.html");
        (await FetchedOnAsync(id)).Should().Be(new LocalDate(2026, 11, 27));
    }

    [Fact]
    public async Task Forged_expired_and_unknown_links_get_the_same_answer()
    {
        var (link, kept, _) = await MakeAsync();
        var forged = new Uri(link.AbsoluteUri[..^4] + (link.AbsoluteUri.EndsWith("AAAA", StringComparison.Ordinal) ? "BBBB" : "AAAA"));
        var secret = new Uri(link, kept.Ticket.ToSecret());
        var answers = new List<string> { await GoneAsync(forged), await GoneAsync(secret), await GoneAsync(new Uri(link, "anything")) };

        _site.Clock.Advance(Duration.FromDays(14));
        answers.Add(await GoneAsync(link));

        answers.Distinct().Should().ContainSingle().Which.Should().Contain("GDPR4553");
        _folder.GetFiles().Should().BeEmpty();
    }

    private async Task<string> GoneAsync(Uri link)
    {
        using var page = await _host.Client.GetAsync(link, Token);
        using var posted = await _host.Client.PostAsync(link, null, Token);
        page.StatusCode.Should().Be(HttpStatusCode.NotFound);
        posted.StatusCode.Should().Be(HttpStatusCode.NotFound);
        var answer = await page.Content.ReadAsStringAsync(Token);
        (await posted.Content.ReadAsStringAsync(Token)).Should().Be(answer);
        return answer;
    }

    private async Task<(Uri Link, KeptExport Kept, Ledger.EntryId Request)> MakeAsync()
    {
        await using var scope = _host.Services.CreateAsyncScope();
        var requests = scope.ServiceProvider.GetRequiredService<RightsRequests>();
        var id = await requests.ReceiveAsync(new RightsRequestIntake { Kind = RightsRequestKind.Access, Through = RightsRequestChannel.Letter, EnteredBy = Clerk }, Ann, cancellationToken: Token);
        await requests.AcceptAsync(id, Clerk, cancellationToken: Token);
        var kept = await scope.ServiceProvider.GetRequiredService<RightsExports>().MakeAsync(id, Clerk, Language.Dutch, cancellationToken: Token);
        return (scope.ServiceProvider.GetRequiredService<IExportLinks>().Fetch(kept), kept, id);
    }

    private async Task<LocalDate?> FetchedOnAsync(Ledger.EntryId request)
    {
        await using var scope = _host.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<RightsRequests>().FindAsync(request, Token))!.Export!.FetchedOn;
    }
}
