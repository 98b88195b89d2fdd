using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Notices;

public sealed class NoticeEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null, "nl")]
    [InlineData("en", "en")]
    [InlineData("en-GB,en;q=0.9,nl;q=0.8", "en")]
    [InlineData("nl-BE, en;q=0.5", "nl")]
    [InlineData("de, en;q=0.3, nl;q=0.7", "nl")]
    [InlineData("nl;q=0, en;q=0.1", "en")]
    [InlineData("fr", "nl")]
    [InlineData("*", "nl")]
    [InlineData("not a header;;;q=", "nl")]
    public async Task The_notice_is_in_the_language_of_the_visitor(string? acceptLanguage, string expected)
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy");
        request.Headers.TryAddWithoutValidation("Accept-Language", acceptLanguage);

        using var response = await host.Client.SendAsync(request, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLanguage.Should().Equal(expected);
        response.Content.Headers.ContentLocation.Should().Be(new Uri($"/privacy/{expected}", UriKind.Relative));
        response.Headers.Vary.Should().Contain("Accept-Language");
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain($"<html lang=\"{expected}\">");
    }

    [Fact]
    public async Task An_oversized_language_header_is_not_read()
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy");
        request.Headers.TryAddWithoutValidation("Accept-Language", string.Join(',', Enumerable.Repeat("en", 5000)));

        using var response = await host.Client.SendAsync(request, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentLanguage.Should().Equal("nl");
    }

    [Theory]
    [InlineData("/privacy/nl", "text/html")]
    [InlineData("/privacy/en", "text/html")]
    [InlineData("/privacy/nl.html", "text/html")]
    [InlineData("/privacy/nl.md", "text/markdown")]
    [InlineData("/privacy/en.json", "application/json")]
    [InlineData("/privacy/nl/employees", "text/html")]
    [InlineData("/privacy/nl/employees.md", "text/markdown")]
    [InlineData("/privacy/document.css", "text/css")]
    public async Task Each_form_has_its_media_type_and_is_utf_8(string address, string mediaType)
    {
        await using var host = await Host.StartAsync();

        using var response = await host.Client.GetAsync(address, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType.Should().Be(new MediaTypeHeaderValue(mediaType, "utf-8"));
    }

    [Theory]
    [InlineData("/privacy")]
    [InlineData("/privacy/nl")]
    [InlineData("/privacy/document.css")]
    public async Task A_browser_asks_whether_its_copy_is_still_current(string address)
    {
        await using var host = await Host.StartAsync();
        using var first = await host.Client.GetAsync(address, Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await host.Client.SendAsync(again, Cancel);

        first.Headers.CacheControl!.ToString().Should().Be("public, no-cache");
        second.StatusCode.Should().Be(HttpStatusCode.NotModified);
        second.Headers.ETag.Should().Be(first.Headers.ETag);
        (await second.Content.ReadAsByteArrayAsync(Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task The_two_languages_are_different_representations()
    {
        await using var host = await Host.StartAsync();
        using var dutch = await host.Client.GetAsync("/privacy/nl", Cancel);
        using var english = await host.Client.GetAsync("/privacy/en", Cancel);

        dutch.Headers.ETag.Should().NotBe(english.Headers.ETag);
    }

    [Fact]
    public async Task Head_answers_as_get_without_a_body()
    {
        await using var host = await Host.StartAsync();
        using var get = await host.Client.GetAsync("/privacy/nl", Cancel);
        using var request = new HttpRequestMessage(HttpMethod.Head, "/privacy/nl");

        using var head = await host.Client.SendAsync(request, Cancel);

        head.StatusCode.Should().Be(HttpStatusCode.OK);
        head.Headers.ETag.Should().Be(get.Headers.ETag);
        head.Content.Headers.ContentLength.Should().Be(get.Content.Headers.ContentLength);
        (await head.Content.ReadAsByteArrayAsync(Cancel)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("/privacy/fr", "GDPR4501", "Ask for 'en' or 'nl'")]
    [InlineData("/privacy/nl%20", "GDPR4501", "Ask for")]
    [InlineData("/privacy/nl.docx", "GDPR4504", "'html', 'md' or 'json'")]
    [InlineData("/privacy/nl/customers", "GDPR4505", "Read the public one")]
    [InlineData("/privacy/nl/No%20Key", "GDPR4505", "Read the public one")]
    public async Task What_is_not_served_is_not_found_and_says_what_is(string address, string id, string remedy)
    {
        await using var host = await Host.StartAsync();

        using var response = await host.Client.GetAsync(address, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith(id).And.Contain(remedy);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    public async Task A_method_that_a_notice_does_not_know_is_refused(string method)
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/privacy/nl");

        using var response = await host.Client.SendAsync(request, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.Should().BeEquivalentTo("GET", "HEAD");
    }

    [Fact]
    public async Task A_notice_points_to_its_translation()
    {
        await using var host = await Host.StartAsync(pattern: "/over/privacy");

        using var response = await host.Client.GetAsync("/over/privacy/nl/employees", Cancel);

        response.Headers.GetValues("Link").Should().Equal("</over/privacy/en/employees>; rel=\"alternate\"; hreflang=\"en\"");
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("<a href=\"/over/privacy/en/employees\" hreflang=\"en\" lang=\"en\">English</a>");
    }

    [Fact]
    public async Task A_page_allows_its_own_style_and_nothing_else()
    {
        await using var host = await Host.StartAsync();

        using var response = await host.Client.GetAsync("/privacy/nl", Cancel);

        response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'; style-src 'sha256-").And.NotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Should().Equal("nosniff");
    }

    [Fact]
    public async Task Staff_read_of_their_own_data_and_customers_do_not()
    {
        await using var host = await Host.StartAsync();

        (await host.Client.GetStringAsync("/privacy/en", Cancel)).Should().NotContain("Staff administration").And.Contain("Newsletter");
        (await host.Client.GetStringAsync("/privacy/en/employees", Cancel)).Should().Contain("Staff administration").And.NotContain("Newsletter");
    }

    [Fact]
    public async Task Where_everybody_has_a_notice_of_their_own_there_is_no_public_one()
    {
        await using var host = await Host.StartAsync(services => services.AddGdprKit(gdpr => gdpr.UseRegister(HostRegister.OfStaffOnly())));

        using var response = await host.Client.GetAsync("/privacy", Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4505");
        (await host.Client.GetStringAsync("/privacy/en/employees", Cancel)).Should().Contain("Staff administration");
    }
}
