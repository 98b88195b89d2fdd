using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Register;

public sealed class RegisterEndpointsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Pages => ["/privacy/manage/register", "/privacy/manage/record", "/privacy/manage/record.csv", "/privacy/manage/record.json", "/privacy/manage/coverage", "/privacy/manage/deletion-concept", "/privacy/manage/deletion-concept.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_stranger_is_asked_to_sign_in(string page)
    {
        await using var host = await Host.StartAsync();

        using var response = await host.Client.GetAsync(page, Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Somebody_without_the_role_is_refused(string page)
    {
        await using var host = await Host.StartAsync();

        using var response = await GetAsync(host, page, role: "sales");

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_host_without_the_policy_refuses_everybody_and_says_why(string page)
    {
        await using var host = await Host.StartAsync(signIn: false);

        using var response = await GetAsync(host, page, role: "privacy");

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4502").And.Contain("AddPolicy(\"GdprKit.ViewRegister\"");
    }

    [Fact]
    public async Task A_host_with_a_policy_and_no_sign_in_refuses_everybody()
    {
        await using var host = await Host.StartAsync(
            services => services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireRole("privacy")), signIn: false);

        using var response = await host.Client.GetAsync("/privacy/manage/record", Cancel);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("/privacy/manage/register", "text/html")]
    [InlineData("/privacy/manage/record", "text/html")]
    [InlineData("/privacy/manage/coverage", "text/html")]
    [InlineData("/privacy/manage/deletion-concept", "text/html")]
    [InlineData("/privacy/manage/deletion-concept.md", "text/markdown")]
    [InlineData("/privacy/manage/record.csv", "text/csv")]
    [InlineData("/privacy/manage/record.json", "application/json")]
    public async Task An_operator_sees_it_and_nobody_may_keep_a_copy(string page, string mediaType)
    {
        await using var host = await Host.StartAsync();

        using var response = await GetAsync(host, page, role: "privacy");

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.Should().Be(mediaType);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("Voorbeeldwinkel B.V.");
    }

    [Fact]
    public async Task The_record_comes_in_the_language_of_the_operator()
    {
        await using var host = await Host.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/privacy/manage/record");
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", "privacy");
        request.Headers.AcceptLanguage.ParseAdd("en");

        using var response = await host.Client.SendAsync(request, Cancel);

        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("<html lang=\"en\">");
    }

    private static async Task<HttpResponseMessage> GetAsync(Host host, string page, string role)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", role);
        return await host.Client.SendAsync(request, Cancel);
    }
}
