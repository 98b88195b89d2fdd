using System.Data.Common;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GdprKit.Mapping;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit.Retention;

public sealed class RetentionEndpointTests
{
    private const string Secret = "ann@example.org";

    public static TheoryData<string> Pages => ["/privacy/manage/retention", "/privacy/manage/retention.json"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("nl", "zouden 3 klanten verdwijnen.", "Rijen: 3. Daarvan gaan helemaal weg: 3.")]
    [InlineData("en", "3 customers would go.", "Rows: 3. Of these go entirely: 3.")]
    public async Task The_page_answers_first_what_would_go_and_shows_the_numbers(string language, string answer, string numbers)
    {
        await using var host = await StartAsync(new ShopStore());

        using var response = await GetAsync(host, "/privacy/manage/retention", language: language);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        response.Headers.GetValues("Content-Security-Policy").Single().Should().StartWith("default-src 'none'");
        response.Content.Headers.ContentLanguage.Should().Equal(language);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain($"<html lang=\"{language}\">").And.Contain(answer).And.Contain(numbers).And.Contain("<code translate=\"no\">4711</code>").And.Contain("<svg");
    }

    [Fact]
    public async Task The_JSON_is_that_of_the_preview()
    {
        await using var host = await StartAsync(new ShopStore());

        using var response = await GetAsync(host, "/privacy/manage/retention.json");

        response.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        json.RootElement.GetProperty("entities")[0].GetProperty("rowsToGo").GetInt64().Should().Be(3);
        json.RootElement.GetProperty("digest").GetString().Should().HaveLength(64);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Who_may_see_the_register_may_not_see_keys_of_rows(string page)
    {
        await using var host = await Host.StartAsync(services => services.AddSingleton<IPersonalDataStore>(new ShopStore()).AddGdprKit().AddMap<ShopStore.BuyerMap>().EnforceCoverage(CoverageEnforcement.Warn));

        using var response = await GetAsync(host, page);

        response.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await response.Content.ReadAsStringAsync(Cancel)).Should().StartWith("GDPR4502").And.Contain("AddPolicy(\"GdprKit.ViewRetention\"");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_stranger_is_asked_to_sign_in_and_another_role_is_refused(string page)
    {
        var store = new ShopStore();
        await using var host = await StartAsync(store);

        using var stranger = await host.Client.GetAsync(page, Cancel);
        using var sales = await GetAsync(host, page, role: "sales");

        stranger.StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        sales.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        store.Counted.Should().Be(0);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Who_asks_for_the_head_makes_nobody_count(string page)
    {
        var store = new ShopStore();
        await using var host = await StartAsync(store);

        using var response = await GetAsync(host, page, method: HttpMethod.Head);

        response.StatusCode.Should().Be(HttpStatusCode.OK);
        store.Counted.Should().Be(0);
    }

    [Theory]
    [InlineData("/privacy/manage/retention", "nl", "De database geeft geen antwoord.")]
    [InlineData("/privacy/manage/retention", "en", "The database does not answer.")]
    [InlineData("/privacy/manage/retention.json", "nl", "The database does not answer.")]
    public async Task A_database_that_is_gone_is_told_with_an_id_and_a_remedy_and_without_a_value(string page, string language, string sentence)
    {
        var log = new LogOfHost();
        await using var host = await StartAsync(
            new ShopStore(_ => throw new InvalidOperationException("wrapped", new Gone($"no row {Secret}"))), services => services.AddSingleton<ILoggerProvider>(log));

        using var response = await GetAsync(host, page, language: language);

        response.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        response.Headers.CacheControl!.NoStore.Should().BeTrue();
        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("GDPR4506").And.Contain(sentence).And.NotContain(Secret).And.NotContain("   at ");
        log.Entries.Should().ContainSingle(entry => entry.Id == 4506).Which.Message.Should().StartWith("GDPR4506: the rows could not be counted").And.NotContain(Secret);
    }

    [Fact]
    public async Task A_mistake_in_a_program_is_not_blamed_on_the_database()
    {
        await using var host = await StartAsync(new ShopStore(_ => throw new NotSupportedException("a mistake")));

        await FluentActions.Awaiting(() => GetAsync(host, "/privacy/manage/retention")).Should().ThrowAsync<NotSupportedException>();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_counting_stops_when_the_visitor_leaves(string page)
    {
        var log = new LogOfHost();
        var (counting, stopped) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await StartAsync(
            new ShopStore(async cancellationToken =>
            {
                var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                await using var registration = cancellationToken.Register(() =>
                {
                    stopped.SetResult();
                    end.SetCanceled(cancellationToken);
                });
                counting.SetResult();
                await end.Task;
            }),
            services => services.AddSingleton<ILoggerProvider>(log));
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var visit = GetAsync(host, page, cancellationToken: leaving.Token);
        await counting.Task.WaitAsync(Cancel);

        await leaving.CancelAsync();

        await stopped.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel);
        await FluentActions.Awaiting(() => visit).Should().ThrowAsync<OperationCanceledException>();
        log.Entries.Should().NotContain(entry => entry.Id == 4506);
    }

    [Fact]
    public async Task A_host_without_a_store_is_told_what_to_add()
    {
        await using var host = await Host.StartAsync(Allow);

        using var response = await GetAsync(host, "/privacy/manage/retention", language: "en");

        (await response.Content.ReadAsStringAsync(Cancel)).Should().Contain("There is nothing to count.").And.Contain("gdpr.AddMap&lt;CustomerMap&gt;()");
    }

    private static void Allow(IServiceCollection services) =>
        services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewRetention, policy => policy.RequireRole("privacy"));

    private static Task<Host> StartAsync(ShopStore store, Action<IServiceCollection>? besides = null) => Host.StartAsync(services =>
    {
        Allow(services);
        services.AddSingleton<IPersonalDataStore>(store).AddGdprKit().AddMap<ShopStore.BuyerMap>().EnforceCoverage(CoverageEnforcement.Warn);
        besides?.Invoke(services);
    });

    private static async Task<HttpResponseMessage> GetAsync(
        Host host, string page, string role = "privacy", string language = "nl", HttpMethod? method = null, CancellationToken? cancellationToken = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, page);
        request.Headers.Authorization = new AuthenticationHeaderValue("Test", role);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await host.Client.SendAsync(request, cancellationToken ?? Cancel);
    }

    private sealed class Gone(string message) : DbException(message);
}
