using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit.Consent;

/// <summary>A parameter of the type is bound by itself, in every way in which an application handles a form.</summary>
public sealed class BoundFormTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Ways => ["/minimal", "/action", "/property"];

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_ticked_arrives(string way)
    {
        await using var app = await StartAsync();
        var question = await AskAsync(app);

        var heard = await PostAsync(app, way, question.Field, question.Id);

        heard.GetProperty("agreed").GetInt32().Should().Be(1);
        heard.GetProperty("asked").GetInt32().Should().Be(1);
        heard.GetProperty("isValid").GetBoolean().Should().BeTrue();
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task What_was_changed_on_its_way_is_refused(string way)
    {
        await using var app = await StartAsync();
        var question = await AskAsync(app);

        var heard = await PostAsync(app, way, question.Field[1..], question.Id);

        heard.GetProperty("asked").GetInt32().Should().Be(0);
        heard.GetProperty("isValid").GetBoolean().Should().BeFalse();
    }

    private static async Task<(string Field, string Id)> AskAsync(WebApplication app)
    {
        await using var request = app.Services.CreateAsyncScope();
        var question = (await request.ServiceProvider.GetRequiredService<ConsentForms>().AskAsync(Webshop.Newsletter, Language.Dutch, cancellationToken: TestContext.Current.CancellationToken))!;
        return (question.Sealed, question.Id.ToString());
    }

    private static async Task<JsonElement> PostAsync(WebApplication app, string way, string question, string tick)
    {
        using var form = new FormUrlEncodedContent([new("gdpr-question", question), new("gdpr-agree", tick)]);
        using var client = app.GetTestClient();
        using var answer = await client.PostAsync(way, form, Cancel);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddGdprKit(gdpr => gdpr.UseRegister(HostRegister.Create()).UseInMemoryLedger().UseConsentForms());
        builder.Services.AddControllers().AddApplicationPart(typeof(FormController).Assembly);
        var app = builder.Build();
        app.MapControllers();
        app.MapPost("/minimal", (ConsentForm form) => HeardForm.Of(form, form.Fault is null));
        await app.StartAsync(Cancel);
        return app;
    }
}
