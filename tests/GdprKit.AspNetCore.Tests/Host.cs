using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace GdprKit;

/// <summary>A host with the pages of GdprKit in it, and a sign-in by header: <c>Authorization: Test privacy</c> is somebody with that role.</summary>
internal sealed class Host : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Host(WebApplication app) => _app = app;

    public HttpClient Client => _app.GetTestClient();

    public IServiceProvider Services => _app.Services;

    public static async Task<Host> StartAsync(Action<IServiceCollection>? services = null, bool signIn = true, string pattern = "/privacy", Action<WebApplication>? use = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddGdprKit(gdpr => gdpr.UseRegister(HostRegister.Create()));
        if (signIn)
        {
            builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, SignIn>("Test", _ => { });
            builder.Services.AddAuthorizationBuilder().AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireRole("privacy"));
        }

        services?.Invoke(builder.Services);
        var app = builder.Build();
        use?.Invoke(app);
        app.MapGdprKit(pattern);
        await app.StartAsync();
        return new Host(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class SignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(
            AuthenticationHeaderValue.TryParse(Request.Headers.Authorization, out var header) && header.Parameter is { } role
                ? AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "Test")), "Test"))
                : AuthenticateResult.NoResult());
    }
}
