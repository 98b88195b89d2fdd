using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GdprKit.Ledger;
using GdprKit.Mapping;
using GdprKit.Notices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit;

/// <summary>Reports of mails that came back, as a provider posts them.</summary>
public sealed class BounceEndpointTests : IAsyncLifetime
{
    private readonly Taken _taken = new();

    private WebApplication _app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _app = await StartAsync(declarePolicy: true);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Theory]
    [InlineData("{\"messageId\":\"<x@shop.example>\",\"permanent\":true}", "application/json; charset=utf-8")]
    [InlineData("{\"permanent\":false,\"messageId\":\"x@shop.example\",\"more\":1}", "application/json")]
    [InlineData("Subject: a report\r\n\r\n", "message/rfc822")]
    public async Task A_report_is_taken_and_the_answer_does_not_say_whether_the_mail_is_known(string body, string type)
    {
        using var response = await PostAsync(_app, body, type);

        response.StatusCode.Should().Be(HttpStatusCode.NoContent);
        (await response.Content.ReadAsStringAsync(Token)).Should().BeEmpty();
        (_taken.Mails.Count == 1).Should().Be(type == "message/rfc822");
    }

    [Theory]
    [InlineData("", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("{", "application/json")]
    [InlineData("{\"messageId\":7,\"permanent\":true}", "application/json")]
    [InlineData("{\"messageId\":\"x\",\"permanent\":\"yes\"}", "application/json")]
    [InlineData("{\"messageId\":\"x\"}", "application/json")]
    [InlineData("messageId=x", "application/x-www-form-urlencoded")]
    public async Task What_is_no_report_is_refused(string body, string type)
    {
        using var response = await PostAsync(_app, body, type);

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync(Token)).Should().StartWith("GDPR4570");
    }

    [Fact]
    public async Task What_is_too_large_is_not_read_to_its_end()
    {
        using var response = await PostAsync(_app, new string('x', 1_100_000), "message/rfc822");

        response.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        _taken.Mails.Should().BeEmpty();
    }

    [Fact]
    public async Task Only_who_the_policy_lets_in_may_report()
    {
        using (var stranger = await PostAsync(_app, "{\"messageId\":\"x\",\"permanent\":true}", "application/json", secret: "guess"))
        {
            stranger.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        }

        await using var undeclared = await StartAsync(declarePolicy: false);
        using var refused = await PostAsync(undeclared, "{\"messageId\":\"x\",\"permanent\":true}", "application/json");
        refused.StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await refused.Content.ReadAsStringAsync(Token)).Should().StartWith("GDPR4502");
    }

    [Fact]
    public async Task A_browser_that_opens_the_address_changes_nothing() =>
        (await _app.GetTestClient().GetAsync("/privacy/bounces", Token)).StatusCode.Should().NotBe(HttpStatusCode.NoContent);

    private async Task<WebApplication> StartAsync(bool declarePolicy)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<IBounceReader>(_taken);
        builder.Services.AddGdprKit(gdpr => gdpr.UseRegister(HostRegister.Create()).UseInMemoryLedger());
        builder.Services.AddSingleton<IContactSource, Nobody>();
        builder.Services.AddAuthentication();
        builder.Services.AddAuthorization(options =>
        {
            if (declarePolicy)
            {
                options.AddPolicy(GdprKitPolicies.ReportBounces, policy => policy.RequireAssertion(context => context.Resource is Microsoft.AspNetCore.Http.HttpContext http && http.Request.Headers["X-Secret"] == "s3cret"));
            }
        });
        var app = builder.Build();
        app.MapGdprKitBounces();
        await app.StartAsync(Token);
        return app;
    }

    private static async Task<HttpResponseMessage> PostAsync(WebApplication app, string body, string type, string secret = "s3cret")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/privacy/bounces") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        request.Headers.Add("X-Secret", secret);
        return await app.GetTestClient().SendAsync(request, Token);
    }

    private sealed class Taken : IBounceReader
    {
        public List<long> Mails { get; } = [];

        public ValueTask<MailBounce?> ReadAsync(Stream message, CancellationToken cancellationToken)
        {
            Mails.Add(message.Length);
            return ValueTask.FromResult<MailBounce?>(null);
        }
    }

    private sealed class Nobody : IContactSource
    {
        public ValueTask<ContactPage> ReadWithoutHeadAsync(ContactQuery query, CancellationToken cancellationToken) => ValueTask.FromResult(new ContactPage([], null));

        public ValueTask<ValueList<Contact>> FindAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => ValueTask.FromResult<ValueList<Contact>>([]);

        public ValueTask<ValueList<PostalContact>> FindPostalAsync(ValueList<SubjectId> people, CancellationToken cancellationToken) => ValueTask.FromResult<ValueList<PostalContact>>([]);

        public ValueTask<ContactCounts> CountAsync(ValueList<Key<SubjectKind>> people, StreamKind kind, StreamKey key, CancellationToken cancellationToken) => ValueTask.FromResult(new ContactCounts([], 0));
    }
}
