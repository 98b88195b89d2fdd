using System.Text;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using GdprKit.Samples.Crm.Gdpr;
using Microsoft.Playwright;

namespace GdprKit.Samples.Retention;

/// <summary>A register is tried in a browser, with a script and without, on a telephone and on a desk.</summary>
public sealed class CompareBrowserTests(CrmApplication application, Chromium chromium)
{
    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light, true)]
    [InlineData("en", 1280, ColorScheme.Dark, false)]
    [InlineData("en", 360, ColorScheme.Light, true)]
    [InlineData("nl", 360, ColorScheme.Dark, false)]
    public async Task A_file_shows_what_would_change_and_faults_are_told(string language, int width, ColorScheme colors, bool hasScript)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        await using var window = await chromium.OpenAsync(
            new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, JavaScript = hasScript, Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/cleanup/compare");
        var register = Encoding.UTF8.GetString(CrmRegister.Create().ToJson());

        await SendAsync(window.Page, register.Replace("\"P2Y\"", "\"P1M\"", StringComparison.Ordinal));

        await window.Page.Locator("main table").WaitForAsync();
        await CheckAsync(window, hasScript);

        await SendAsync(window.Page, register.Replace("\"P2Y\"", "\"two years\"", StringComparison.Ordinal));

        await window.Page.Locator(".faults", new() { HasText = "GDPR4219" }).WaitForAsync();
        await CheckAsync(window, hasScript);
    }

    private static async Task SendAsync(IPage page, string register)
    {
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "proposed.json", MimeType = "application/json", Buffer = Encoding.UTF8.GetBytes(register) });
        await page.Locator("main form button").ClickAsync();
    }

    private async Task CheckAsync(BrowserWindow window, bool hasScript)
    {
        if (hasScript)
        {
            await window.Page.ShouldBeAccessibleAsync();
            await window.Page.ShouldHaveOrderlyHeadingsAsync();
            await window.Page.ShouldNotScrollSidewaysAsync();
        }

        window.ShouldHaveStayedQuietAt(application.Address);
    }
}
