using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit.Decisions;

/// <summary>An endpoint answers for whom an activity is permitted, and tells all others why not.</summary>
public sealed class PermissionTests
{
    private static readonly SubjectId Ann = SubjectId.Of(Webshop.Customers, 7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["/minimal", "/action", "/policy"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_agreed_is_answered_and_from_when_consent_is_taken_back_is_not(string way)
    {
        await using var app = await StartAsync();
        (await StatusAsync(app, way)).Should().Be(HttpStatusCode.Forbidden);

        await GiveAsync(app);
        (await StatusAsync(app, way)).Should().Be(HttpStatusCode.OK);

        await WithAsync(app, consents => consents.WithdrawAsync(Ann, Webshop.Newsletter, ConsentSignal.ByPersonOnline, Cancel).AsTask());
        (await StatusAsync(app, way)).Should().Be(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("nl", "ingetrokken")]
    [InlineData("en", "withdrew")]
    public async Task A_refusal_says_why_in_the_language_of_the_visitor_and_is_kept_nowhere(string language, string word)
    {
        await using var app = await StartAsync();
        await GiveAsync(app);
        await WithAsync(app, consents => consents.WithdrawAsync(Ann, Webshop.Newsletter, ConsentSignal.ByPersonOnline, Cancel).AsTask());

        using var answer = await SendAsync(app, "/minimal", language: language);

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
        answer.Headers.CacheControl!.NoStore.Should().BeTrue();
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
        problem.GetProperty("detail").GetString().Should().Contain(word);
        problem.GetProperty("reason").GetString().Should().Be("GDPR2114");
        problem.GetProperty("article").GetString().Should().Be(DecisionReasons.ConsentWithdrawn.Article);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Who_is_nobody_is_refused_as_by_any_policy(string way)
    {
        await using var app = await StartAsync();
        await GiveAsync(app);

        using var answer = await SendAsync(app, way, customer: null);

        answer.StatusCode.Should().Be(HttpStatusCode.Unauthorized, "what answers other refusals says so here");
        (await answer.Content.ReadAsStringAsync(Cancel)).Should().Be("Who are you?");
    }

    [Fact]
    public async Task What_cannot_be_looked_up_is_refused()
    {
        await using var app = await StartAsync(services => services.AddSingleton<Ledger.ILedgerStore>(_ => throw new InvalidOperationException("gone")));

        using var answer = await SendAsync(app, "/minimal");

        answer.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("reason").GetString().Should().Be("GDPR2150");
    }

    [Fact]
    public async Task A_use_that_the_activity_does_not_cover_is_refused()
    {
        await using var app = await StartAsync();
        await GiveAsync(app);

        (await StatusAsync(app, "/by-phone")).Should().Be(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_mistake_of_the_host_is_told_when_it_starts()
    {
        var forgotten = () => StartAsync(subject: false);
        var unheardOf = () => StartAsync(activity: Key<ProcessingActivity>.Parse("unheard-of"));

        await forgotten.Should().ThrowAsync<InvalidOperationException>().WithMessage("GDPR4540*UseSubject*");
        await unheardOf.Should().ThrowAsync<KeyNotFoundException>().WithMessage("GDPR1011*");
    }

    private static async Task<HttpResponseMessage> SendAsync(WebApplication app, string way, int? customer = 7, string language = "nl")
    {
        using var client = app.GetTestClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, way);
        request.Headers.Add("Accept-Language", language);
        if (customer is { } number)
        {
            request.Headers.Add("Customer", $"{number}");
        }

        return await client.SendAsync(request, Cancel);
    }

    private static async Task<HttpStatusCode> StatusAsync(WebApplication app, string way)
    {
        using var answer = await SendAsync(app, way);
        return answer.StatusCode;
    }

    private static Task GiveAsync(WebApplication app) => WithAsync(app, async consents => await consents.GiveAsync(
        Ann,
        Webshop.Newsletter,
        new ConsentEvidence
        {
            By = ConsentActor.Person,
            Medium = ConsentMedium.Website,
            Mechanism = ConsentMechanism.Checkbox,
            Wording = consents.Question(Webshop.Newsletter, Language.Dutch),
            Notice = PrivacyNotice.From(HostRegister.Create(), Language.Dutch).Digest,
        },
        Cancel));

    private static async Task WithAsync(WebApplication app, Func<Consents, Task> work)
    {
        await using var request = app.Services.CreateAsyncScope();
        await work(request.ServiceProvider.GetRequiredService<Consents>());
    }

    private static async Task<WebApplication> StartAsync(Action<IServiceCollection>? services = null, bool subject = true, Key<ProcessingActivity>? activity = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IAuthorizationMiddlewareResultHandler, AskingWho>();
        builder.Services.AddGdprKit(gdpr =>
        {
            gdpr.UseRegister(HostRegister.Create()).UseInMemoryLedger();
            if (subject)
            {
                gdpr.UseSubject(_ => null).UseSubject(http => int.TryParse(http.Request.Headers["Customer"], out var number) ? SubjectId.Of(Webshop.Customers, number) : null);
            }
        });
        services?.Invoke(builder.Services);
        builder.Services.AddAuthorizationBuilder().AddPolicy("newsletter", policy => policy.AddRequirements(new PermissionRequirement(Webshop.Newsletter)));
        builder.Services.AddControllers().AddApplicationPart(typeof(PermittedController).Assembly);
        var app = builder.Build();
        app.UseRequestLocalization("nl", "en");
        app.MapControllers().RequirePermission(activity ?? Webshop.Newsletter);
        app.MapGet("/minimal", () => "here").RequirePermission(activity ?? Webshop.Newsletter);
        app.MapGet("/by-phone", () => "here").RequirePermission(Webshop.Newsletter, ProcessingUse.MessageOver(MarketingChannel.Phone));
        app.MapGet("/policy", () => "here").RequireAuthorization("newsletter");
        await app.StartAsync(Cancel);

        // Endpoints are made when the first request comes, or when somebody looks.
        _ = app.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints;
        return app;
    }

    private sealed class AskingWho : IAuthorizationMiddlewareResultHandler
    {
        public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
        {
            if (authorizeResult.Succeeded)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return context.Response.WriteAsync("Who are you?");
        }
    }
}
