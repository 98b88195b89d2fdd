using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using GdprKit.Subjects;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>The gate that shows the version that holds to who is signed in, at the next visit.</summary>
public sealed class NoticeGateTests : IAsyncDisposable
{
    private const string Html = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8";

    private const string Gate = "/privacy/gate?returnUrl=%2Forders%3Fpage%3D2";

    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private static readonly SubjectId Ben = SubjectId.Of(Webshop.Customers, 8);

    private readonly NoticeHost _site = new();

    private readonly Dictionary<string, string> _cookies = new() { ["session"] = "1" };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_was_not_told_is_led_to_the_version_that_holds_and_from_there_to_where_they_were_going()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);

        using var visit = await GetAsync(host, "/orders?page=2");
        visit.StatusCode.Should().Be(HttpStatusCode.Redirect);
        visit.Headers.Location!.ToString().Should().Be(Gate);
        visit.Headers.CacheControl!.NoStore.Should().BeTrue();
        using var sent = await ChooseAsync(host, Gate, "read");

        sent.StatusCode.Should().Be(HttpStatusCode.SeeOther);
        sent.Headers.Location!.ToString().Should().Be("/orders?page=2");
        (await NoticeHost.FindAsync(host, Ann, version)).Should().Match<NoticeDelivery>(told =>
            told.Status == NoticeDeliveryStatus.Acknowledged && told.Means == AcknowledgementMeans.Account && told.Version == version.Digest && told.IsTold);
        (await StatusAsync(host, "/orders?page=2")).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("nl", "Onze privacyverklaring is nieuw", "Ik heb de privacyverklaring gelezen", "Later lezen")]
    [InlineData("en", "Our privacy notice is new", "I have read the privacy notice", "Read it later")]
    public async Task The_page_speaks_the_language_of_the_visitor_says_what_is_new_and_needs_no_script(string language, string title, string read, string later)
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host, summary: LocalizedText.Of(nl: "Alles is nieuw.", en: "Everything is new."));

        using var response = await GetAsync(host, Gate, language: language);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel), Cancel);

        page.DocumentElement.GetAttribute("lang").Should().Be(language);
        page.QuerySelector("h1")!.TextContent.Should().Be(title);
        page.QuerySelectorAll("form")[0].QuerySelectorAll("button").Select(button => button.TextContent).Should().Equal(read, later);
        page.QuerySelector(".gdprkit-callout")!.TextContent.Should().Contain(language == "nl" ? "Alles is nieuw." : "Everything is new.");
        page.QuerySelectorAll("script, [onclick]").Should().BeEmpty();
        page.QuerySelectorAll("h1").Should().ContainSingle();
        page.Body!.TextContent.Should().Contain("info@example.nl");
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().Should().Contain("form-action 'self'");
    }

    [Fact]
    public async Task Who_chooses_later_goes_on_for_the_declared_time_and_nothing_is_recorded()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);

        using var sent = await ChooseAsync(host, Gate, "later");

        sent.Headers.Location!.ToString().Should().Be("/orders?page=2");
        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.OK);
        (await NoticeHost.FindAsync(host, Ann, version)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
        _site.Clock.Advance(Duration.FromDays(7));
        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_was_put_off_is_put_off_for_that_person_and_that_version_and_a_changed_cookie_for_nobody()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        await ChooseAsync(host, Gate, "later");
        (await StatusAsync(host, "/orders", role: "other")).Should().Be(HttpStatusCode.Redirect, "it is the cookie of somebody else");

        var whole = _cookies["gdprkit-notice"];
        foreach (var changed in new[] { whole[..^8], string.Concat(whole.Reverse()), "", "x" })
        {
            _cookies["gdprkit-notice"] = changed;
            (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.Redirect);
        }

        _cookies["gdprkit-notice"] = whole;
        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.OK);
        _site.Clock.Advance(Duration.FromHours(1));
        var later = await StartAsync("later@example.nl");
        await NoticeHost.PublishAsync(later, significance: ChangeSignificance.Material);
        (await StatusAsync(later, "/orders")).Should().Be(HttpStatusCode.Redirect, "there is a new version");
    }

    [Fact]
    public async Task Who_keeps_no_cookies_goes_on_because_they_could_not_choose_later()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        _cookies.Clear();

        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_correction_is_shown_to_nobody_who_read_what_it_corrects()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        await ChooseAsync(host, Gate, "read");
        _site.Clock.Advance(Duration.FromHours(1));
        var later = await StartAsync("later@example.nl");
        await NoticeHost.PublishAsync(later, significance: ChangeSignificance.Editorial);

        (await StatusAsync(later, "/orders")).Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Opening_the_page_or_asking_for_its_head_changes_nothing()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);

        (await StatusAsync(host, Gate)).Should().Be(HttpStatusCode.OK);
        (await StatusAsync(host, Gate, method: "HEAD")).Should().Be(HttpStatusCode.OK);

        (await NoticeHost.FindAsync(host, Ann, version)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("POST", "/orders", Html, "customer", "a form that is sent")]
    [InlineData("HEAD", "/orders", Html, "customer", "no page that is opened")]
    [InlineData("GET", "/orders", "application/json", "customer", "a program")]
    [InlineData("GET", "/orders", "*/*", "customer", "a program that takes anything")]
    [InlineData("GET", "/orders", null, "customer", "a program that says nothing")]
    [InlineData("GET", "/orders", "text/html;q=0", "customer", "who wants no page")]
    [InlineData("GET", "/api/orders", Html, "customer", "an API")]
    [InlineData("GET", "/exempt", Html, "customer", "an endpoint that is exempt")]
    [InlineData("GET", "/sign-in", Html, "customer", "a page that anybody may open")]
    [InlineData("GET", "/privacy/en", Html, "customer", "the notice itself")]
    [InlineData("GET", "/orders", Html, "service", "an account that is nobody's")]
    [InlineData("GET", "/orders", Html, "robot", "what the host lets through")]
    [InlineData("GET", "/orders", Html, null, "a stranger")]
    [InlineData("GET", "/no-such-page", Html, "customer", "a file or nothing")]
    public async Task The_gate_stands_before_pages_of_people_only(string method, string address, string? accept, string? role, string why)
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);

        using var response = await SendAsync(host, method, address, accept, role);

        response.StatusCode.Should().NotBe(HttpStatusCode.Redirect, why);
    }

    [Theory]
    [InlineData("Sec-Fetch-Dest", "empty", false)]
    [InlineData("Sec-Fetch-Dest", "iframe", false)]
    [InlineData("Sec-Fetch-Dest", "document", true)]
    [InlineData("X-Requested-With", "XMLHttpRequest", false)]
    public async Task What_a_script_asks_for_goes_on(string header, string value, bool isLed)
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);

        using var response = await SendAsync(host, "GET", "/orders", Html, "customer", (header, value));

        response.StatusCode.Should().Be(isLed ? HttpStatusCode.Redirect : HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("/a\\evil")]
    [InlineData("javascript:alert(1)")]
    [InlineData("orders")]
    [InlineData("~/orders")]
    [InlineData("")]
    public async Task Nobody_is_sent_to_another_site(string target)
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);

        using var sent = await ChooseAsync(host, $"/privacy/gate?returnUrl={Uri.EscapeDataString(target)}", "later");
        using var told = await GetAsync(host, $"/privacy/gate?returnUrl={Uri.EscapeDataString(target)}", role: "service");

        sent.Headers.Location!.ToString().Should().Be("/");
        told.Headers.Location!.ToString().Should().Be("/");
    }

    [Fact]
    public async Task A_form_of_another_site_or_of_somebody_else_is_refused_and_records_nothing()
    {
        var host = await StartAsync();
        var version = await NoticeHost.PublishAsync(host);
        using var forged = new FormUrlEncodedContent([new("choice", "read"), new("version", version.Digest.ToString())]);
        using var request = new HttpRequestMessage(HttpMethod.Post, Gate) { Content = forged };
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "customer");

        using var response = await host.Client.SendAsync(request, Cancel);
        using var swapped = await ChooseAsync(host, Gate, "read", sender: "other");

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4562");
        swapped.StatusCode.Should().Be(HttpStatusCode.BadRequest, "the token is of who was shown the page");
        (await NoticeHost.FindAsync(host, Ann, version)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
        (await NoticeHost.FindAsync(host, Ben, version)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task Who_read_one_version_while_another_came_to_hold_is_shown_that_one()
    {
        var host = await StartAsync();
        await NoticeHost.PublishAsync(host);
        var form = await FormAsync(host, Gate);
        _site.Clock.Advance(Duration.FromHours(1));
        var later = await StartAsync("later@example.nl");
        var second = await NoticeHost.PublishAsync(later, significance: ChangeSignificance.Material);

        using var sent = await PostAsync(later, Gate, form, "read");

        sent.StatusCode.Should().Be(HttpStatusCode.OK);
        (await sent.Content.ReadAsStringAsync(Cancel)).Should().Contain("later@example.nl");
        (await NoticeHost.FindAsync(later, Ann, second)).Status.Should().Be(NoticeDeliveryStatus.Unknown);
    }

    [Fact]
    public async Task Before_anything_holds_and_while_the_ledger_is_silent_everybody_goes_on()
    {
        var host = await StartAsync();
        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.OK);
        await NoticeHost.PublishAsync(host);
        _site.IsDown = true;

        (await StatusAsync(host, "/orders")).Should().Be(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.OK)]
    [InlineData(true, HttpStatusCode.Redirect)]
    public async Task Who_was_told_by_letter_is_shown_it_only_where_the_host_says_so(bool also, HttpStatusCode expected)
    {
        var host = await StartAsync(configure: options => options.AlsoWhoWasTold = also);
        var version = await NoticeHost.PublishAsync(host);
        await using (var scope = host.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ISubjectDirectory>().LinkAsync([Ann], _site.Clock.GetCurrentInstant(), Cancel);
            await scope.ServiceProvider.GetRequiredService<NoticeCampaigns>().RecordLettersAsync(version, [Ann], Language.Dutch, Cancel);
        }

        (await StatusAsync(host, "/orders")).Should().Be(expected);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_start()
    {
        var without = () => Host.StartAsync(use: app => app.UseNoticeGate());
        var nobody = () => Host.StartAsync(services => services.AddGdprKit().UseNoticeGate(), use: app => app.UseNoticeGate());
        var never = () => Host.StartAsync(services => services.AddGdprKit().UseNoticeGate(options => options.LaterFor = Duration.Zero).UseSubject(_ => null));

        (await without.Should().ThrowAsync<InvalidOperationException>()).WithMessage("GDPR4560*");
        (await nobody.Should().ThrowAsync<InvalidOperationException>()).WithMessage("GDPR4560*");
        (await never.Should().ThrowAsync<OptionsValidationException>()).WithMessage("GDPR4563*");
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private Task<Host> StartAsync(string email = "info@example.nl", Action<NoticeGateOptions>? configure = null) => _site.StartAsync(
        HostRegister.Create(email),
        gdpr => gdpr
            .UseNoticeGate(options =>
            {
                options.LetThrough = context => context.User.IsInRole("robot");
                configure?.Invoke(options);
            })
            .UseSubject(context => context.User.IsInRole("service") ? null : context.User.IsInRole("other") ? Ben : Ann),
        app =>
        {
            app.UseNoticeGate();
            app.MapMethods("/orders", ["GET", "HEAD", "POST"], () => "orders");
            app.MapGet("/api/orders", () => "[]");
            app.MapGet("/exempt", () => "exempt").WithoutNoticeGate();
            app.MapGet("/sign-in", [AllowAnonymous] () => "sign in");
        });

    private async Task<HttpStatusCode> StatusAsync(Host host, string address, string method = "GET", string role = "customer")
    {
        using var response = await SendAsync(host, method, address, Html, role);
        return response.StatusCode;
    }

    private Task<HttpResponseMessage> GetAsync(Host host, string address, string language = "en", string role = "customer") =>
        SendAsync(host, "GET", address, Html, role, ("Accept-Language", language));

    private async Task<HttpResponseMessage> ChooseAsync(Host host, string address, string choice, string sender = "customer") =>
        await PostAsync(host, address, await FormAsync(host, address), choice, sender);

    private async Task<IReadOnlyDictionary<string, string>> FormAsync(Host host, string address)
    {
        using var response = await GetAsync(host, address);
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync(Cancel), Cancel);
        return page.QuerySelector("form")!.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(field => field.Name!, field => field.Value);
    }

    private async Task<HttpResponseMessage> PostAsync(Host host, string address, IReadOnlyDictionary<string, string> form, string choice, string sender = "customer")
    {
        using var content = new FormUrlEncodedContent(form.Append(KeyValuePair.Create("choice", choice)));
        using var request = Request("POST", address, Html, sender);
        request.Content = content;
        return Keep(await host.Client.SendAsync(request, Cancel));
    }

    private async Task<HttpResponseMessage> SendAsync(Host host, string method, string address, string? accept, string? role, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, address, accept, role);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return Keep(await host.Client.SendAsync(request, Cancel));
    }

    private HttpRequestMessage Request(string method, string address, string? accept, string? role)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.Authorization = role is null ? null : new AuthenticationHeaderValue("Test", role);
        request.Headers.TryAddWithoutValidation("Cookie", _cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        return request;
    }

    private HttpResponseMessage Keep(HttpResponseMessage response)
    {
        if (response.Headers.TryGetValues("Set-Cookie", out var cookies))
        {
            foreach (var cookie in cookies)
            {
                var (name, value) = (cookie.Split('=')[0], cookie.Split('=', 2)[1].Split(';')[0]);
                _cookies[name] = value;
            }
        }

        return response;
    }
}
