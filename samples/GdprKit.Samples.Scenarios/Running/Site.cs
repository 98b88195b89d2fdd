using GdprKit.Samples.Crm.Navigation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GdprKit.Samples.Scenarios.Running;

/// <summary>The pages of the shop about privacy, as somebody outside reaches them.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private readonly HttpClient _client;

    private Site(WebApplication app, Uri address)
    {
        _app = app;
        _client = new HttpClient { BaseAddress = address };
    }

    /// <summary>Opens the site over the services of the shop, at an address of this machine.</summary>
    public static async Task<Site> OpenAsync(IEnumerable<ServiceDescriptor> services, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        foreach (var service in services)
        {
            builder.Services.Add(service);
        }

        builder.Services.AddAuthorization();
        var app = builder.Build();
        app.MapGdprKit("/privacy");
        // A page of the shop itself, to which mails lead as well; here it has nothing to show.
        app.MapMethods(Menu.PublicRights, [HttpMethods.Get, HttpMethods.Head], () => Results.Ok());
        await app.StartAsync(cancellationToken);
        return new Site(app, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()));
    }

    /// <summary>Opens a link, wherever it says that the site is.</summary>
    /// <returns>The page; nothing for a method that asks for none.</returns>
    /// <exception cref="ExpectationException">There is no such page.</exception>
    public async Task<string> VisitAsync(HttpMethod method, Uri link, HttpContent? form, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, link.PathAndQuery) { Content = form };
        using var answer = await _client.SendAsync(request, cancellationToken);
        Expect.That((int)answer.StatusCode < 400, $"the site answers {(int)answer.StatusCode} to {method} {link.AbsolutePath}");
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
