using System.Collections.Concurrent;
using System.Net;
using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>A window of the browser, which notes whatever a quiet page does not do.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _requests = [];
    private readonly ConcurrentQueue<string> _complaints = [];

    private BrowserWindow(IBrowserContext context, IPage page)
    {
        _context = context;
        Page = page;
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.Console += (_, message) => _complaints.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _complaints.Enqueue(error);
        page.RequestFailed += (_, request) => _complaints.Enqueue($"{request.Url}: {request.Failure}");
    }

    public IPage Page { get; }

    /// <summary>The addresses of everything that was asked for, in order.</summary>
    public IEnumerable<string> Requests => _requests;

    public static async Task<BrowserWindow> OpenAsync(IBrowser browser, WindowOptions options)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            Locale = options.Language,
            ColorScheme = options.ColorScheme,
            JavaScriptEnabled = options.JavaScript,
        });
        await context.AddCookiesAsync(
            options.Cookies.Select(cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
        return new BrowserWindow(context, await context.NewPageAsync());
    }

    /// <summary>Opens a page, and makes sure that it is this one and not, say, the sign-in.</summary>
    public async Task GoToAsync(string address)
    {
        var response = await Page.GotoAsync(address);
        response!.Status.Should().Be((int)HttpStatusCode.OK);
        Page.Url.Should().Be(address);
    }

    /// <summary>Nothing was fetched from elsewhere, no script ran into trouble, and the browser had nothing to refuse.</summary>
    public void ShouldHaveStayedQuietAt(string address)
    {
        _requests.Should().NotContain(url => new Uri(url).GetLeftPart(UriPartial.Authority) != address);
        _complaints.Should().BeEmpty();
    }

    public ValueTask DisposeAsync() => _context.DisposeAsync();
}
