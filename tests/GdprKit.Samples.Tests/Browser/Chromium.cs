using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>One browser for all tests, started by the first that needs it; a test opens a window of its own in it.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string[] Arguments =
        ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> _started = new(StartAsync);

    /// <summary>Opens a window that shares nothing with any other: no cookies, no cache.</summary>
    public async Task<BrowserWindow> OpenAsync(WindowOptions? options = null)
    {
        var (_, browser) = await _started.Value;
        return await BrowserWindow.OpenAsync(browser, options ?? new WindowOptions());
    }

    public async ValueTask DisposeAsync()
    {
        if (_started.IsValueCreated)
        {
            var (driver, browser) = await _started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = InstalledChromium.ExecutablePath,
            Args = Arguments,
        });
        return (driver, browser);
    }
}
