using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace GdprKit.Consent;

public sealed class ConsentEndpointTests
{
    private const string Page = "/privacy/manage/consent";

    private const string Secret = "ann@example.org";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "Wie heeft waar toestemming voor gegeven?", "In de laatste 12 maanden is er niets veranderd.")]
    [InlineData("en", "Who consented to what?", "Nothing changed in the last 12 months.")]
    public async Task The_page_shows_the_numbers_in_the_language_of_the_operator(string language, string title, string nothing)
    {
        await using var host = await StartAsync(services => services.AddGdprKit().UseInMemoryLedger());

        using var response = await GetAsync(host, language: language);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Content.Headers.ContentLanguage.Should().Equal(language);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain(title).And.Contain(nothing).And.Contain("<svg");
    }

    [Fact]
    public async Task What_was_recorded_is_counted()
    {
        var database = new InMemory.InMemoryDatabase();
        await using var host = await StartAsync(services => services.AddSingleton(database).AddGdprKit().UseInMemoryLedger());
        var clock = new NodaTime.Testing.FakeClock(Instant.FromUtc(2026, 11, 27, 12, 0));
        var store = new InMemory.InMemoryLedgerStore(database);
        var consents = new Consents(HostRegister.Create(), new LedgerStreams(store, clock), store, new InMemory.InMemorySubjectDirectory(database), clock);
        for (var number = 1; number <= 1234; number++)
        {
            await consents.RefuseAsync(SubjectId.Of(Webshop.Customers, number), Webshop.Newsletter, ConsentSignal.ByPersonOnline, Cancel);
        }

        using var response = await GetAsync(host, language: "nl");

        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("1.234");
    }

    [Fact]
    public async Task Who_asks_for_the_head_makes_nobody_count()
    {
        await using var host = await StartAsync(services => services.AddGdprKit().UseInMemoryLedger().Services.AddScoped<ILedgerStore>(_ => throw new Gone(Secret)));

        using var response = await GetAsync(host, method: HttpMethod.Head);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_host_that_declares_no_policy_lets_nobody_in()
    {
        await using var host = await Host.StartAsync(services => services.AddGdprKit().UseInMemoryLedger());

        using var response = await GetAsync(host);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4502").And.Contain("GdprKit.ViewConsent");
    }

    [Fact]
    public async Task A_stranger_is_asked_to_sign_in_and_another_role_is_refused()
    {
        await using var host = await StartAsync(services => services.AddGdprKit().UseInMemoryLedger());

        (await host.Client.GetAsync(Page, Cancel)).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        (await GetAsync(host, role: "sales")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("nl", "Er worden geen toestemmingen bijgehouden")]
    [InlineData("en", "No consents are kept")]
    public async Task A_host_without_a_ledger_is_told_what_to_add(string language, string title)
    {
        await using var host = await StartAsync(_ => { });

        using var response = await GetAsync(host, language: language);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain(title).And.Contain("UseEntityFrameworkCore");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_gone_is_told_without_a_value(bool isWrapped)
    {
        var gone = new Gone($"no row {Secret}");
        await using var host = await StartAsync(services =>
        {
            services.AddGdprKit().UseInMemoryLedger();
            services.Replace(ServiceDescriptor.Scoped<ILedgerStore>(_ => throw (isWrapped ? new InvalidOperationException("wrapped", gone) : gone)));
        });

        using var response = await GetAsync(host, language: "en");

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("GDPR4506").And.Contain("The database does not answer.").And.NotContain(Secret);
    }

    [Fact]
    public async Task A_mistake_in_a_program_is_not_blamed_on_the_database()
    {
        await using var host = await StartAsync(services =>
        {
            services.AddGdprKit().UseInMemoryLedger();
            services.Replace(ServiceDescriptor.Scoped<ILedgerStore>(_ => throw new NotSupportedException("a mistake")));
        });

        await FluentActions.Awaiting(() => GetAsync(host)).Should().ThrowAsync<NotSupportedException>();
    }

    private static Task<Host> StartAsync(Action<IServiceCollection> besides) => Host.StartAsync(services =>
    {
        services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewConsent, policy => policy.RequireRole("privacy"));
        besides(services);
    });

    private static async Task<HttpResponseMessage> GetAsync(Host host, string role = "privacy", string language = "nl", HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, Page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", role);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await host.Client.SendAsync(request, Cancel);
    }

    private sealed class Gone(string message) : DbException(message);
}
