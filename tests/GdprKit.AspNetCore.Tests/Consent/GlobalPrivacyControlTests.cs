using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace GdprKit.Consent;

public sealed class GlobalPrivacyControlTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("{\"gpc\":true")]
    [InlineData("{\"gpc\":true}{\"gpc\":true}")]
    [InlineData("{\"gpc\":null}")]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("{\"GPC\":true}")]
    public void What_is_malformed_says_nothing(string body) =>
        GlobalPrivacyControlSupport.Read(Encoding.UTF8.GetBytes(body)).Should().Be(new GlobalPrivacyControlSupport(null, null));

    [Theory]
    [InlineData(true, 2026)]
    [InlineData(false, 1)]
    [InlineData(null, 9999)]
    public void What_is_written_is_read_back(bool? abides, int year)
    {
        var said = new GlobalPrivacyControlSupport(abides, new LocalDate(year, 2, 3));

        GlobalPrivacyControlSupport.Read(said.Write()).Should().Be(said);
    }

    [Fact]
    public void Nothing_said_is_nothing_written() => Encoding.UTF8.GetString(new GlobalPrivacyControlSupport(null, null).Write()).Should().Be("{}");

    [Fact]
    public async Task A_host_that_promises_it_says_so_to_everybody()
    {
        await using var app = await StartAsync(app => app.MapGlobalPrivacyControl(new LocalDate(2026, 11, 1)));
        using var client = ClientOf(app);

        using var response = await client.GetAsync("/.well-known/gpc.json", Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Be("""{"gpc":true,"lastUpdate":"2026-11-01"}""");
    }

    [Fact]
    public async Task Asked_for_the_head_it_sends_no_body()
    {
        await using var app = await StartAsync(app => app.MapGlobalPrivacyControl(new LocalDate(2026, 11, 1)));
        using var client = ClientOf(app);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/.well-known/gpc.json");

        using var response = await client.SendAsync(request, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync(Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_wish_reaches_the_application_through_a_server()
    {
        await using var app = await StartAsync(app => app.MapGet("/", (HttpRequest request) => GlobalPrivacyControl.IsExpressedIn(request) ? "yes" : "no"));
        using var client = ClientOf(app);
        using var wishing = new HttpRequestMessage(HttpMethod.Get, "/");
        wishing.Headers.Add("sec-gpc", "1");

        using var answer = await client.SendAsync(wishing, Cancel);

        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Be("yes");
        (await client.GetStringAsync("/", Cancel)).Should().Be("no");
    }

    private static HttpClient ClientOf(WebApplication app) => new() { BaseAddress = new Uri(app.Urls.Single()) };

    private static async Task<WebApplication> StartAsync(Action<WebApplication> map)
    {
        var app = WebApplication.CreateSlimBuilder().Build();
        app.Urls.Add("http://127.0.0.1:0");
        map(app);
        await app.StartAsync(Cancel);
        return app;
    }
}
