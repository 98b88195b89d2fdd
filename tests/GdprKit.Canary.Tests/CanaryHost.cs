using System.Security.Claims;
using System.Text.Encodings.Web;
using GdprKit.Notices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Canary;

/// <summary>A host with everything that there is of GdprKit, whose every word is heard. Everybody is signed in as an operator.</summary>
internal sealed class CanaryHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CanaryHost(WebApplication app, string exports) => (_app, Exports) = (app, exports);

    /// <summary>The folder in which exports are kept.</summary>
    public string Exports { get; }

    public HttpClient Client => _app.GetTestClient();

    public FakeClock Clock => (FakeClock)_app.Services.GetRequiredService<IClock>();

    public IServiceProvider Services => _app.Services;

    public static async Task<CanaryHost> StartAsync(Watch watch, Action<DbContextOptionsBuilder> use)
    {
        var exports = Directory.CreateTempSubdirectory("gdprkit-exports-").FullName;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddFilter(_ => true);
        builder.Services.AddSingleton<ILoggerProvider>(new WatchingLoggerProvider(watch));
        builder.Services.AddSingleton<IClock>(new FakeClock(Instant.FromUtc(2026, 11, 26, 9, 30)));
        builder.Services.AddDbContext<CanaryContext>(use);
        builder.Services.AddGdprKit(gdpr => gdpr
            .UseRegister(TestRegisters.Shop())
            .AddMap<CanaryCustomerMap>()
            .AddMap<CanaryOrderMap>()
            .AddStreams<Ledger.Subscription>()
            .EnforceCoverage(CoverageEnforcement.Warn)
            .UseEntityFrameworkCore<CanaryContext>()
            .KeepExportsIn(exports)
            .UseNoticeForms()
            .UseNoticeLinks(new Uri("https://shop.example/privacy"))
            .UseConsentForms());
        builder.Services.AddSingleton<SwitchedTransport>().AddSingleton<INoticeTransport>(services => services.GetRequiredService<SwitchedTransport>());
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, Operator>("Test", _ => { });
        builder.Services.AddAuthorizationBuilder()
            .AddPolicy(GdprKitPolicies.ViewRegister, policy => policy.RequireAuthenticatedUser())
            .AddPolicy(GdprKitPolicies.ViewRetention, policy => policy.RequireAuthenticatedUser());
        var app = builder.Build();
        app.MapGdprKit("/privacy");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new CanaryHost(app, exports);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(Exports, recursive: true);
    }

    private sealed class Operator(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
            Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity([], "Test")), "Test")));
    }
}
