using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Retention;

/// <summary>A hold is placed and lifted in a browser, with a script and without, on a telephone and on a desk.</summary>
public sealed class HoldBrowserTests(CrmApplication application, Chromium chromium)
{
    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light, true, 31)]
    [InlineData("en", 1280, ColorScheme.Dark, false, 32)]
    [InlineData("en", 360, ColorScheme.Light, true, 33)]
    [InlineData("nl", 360, ColorScheme.Dark, false, 34)]
    public async Task A_hold_is_placed_and_lifted_and_a_refusal_is_told(string language, int width, ColorScheme colors, bool hasScript, int customer)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        await using var window = await chromium.OpenAsync(
            new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, JavaScript = hasScript, Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/cleanup/holds?customer={customer}");
        var hold = window.Page.Locator("article.hold", new() { Has = window.Page.Locator($"a[href='/customers/{customer}']") });

        await window.Page.Locator("form[action*='handler=Place'] button").ClickAsync();
        await window.Page.Locator(".faults", new() { HasText = "GDPR1605" }).WaitForAsync();
        await CheckAsync(window, hasScript);

        await window.Page.Locator("#Form_Matter").FillAsync("File 12");
        await window.Page.Locator("form[action*='handler=Place'] button").ClickAsync();
        await hold.WaitForAsync();
        await hold.Locator("summary").ClickAsync();
        await CheckAsync(window, hasScript);

        await hold.Locator("input[name=Reason]").FillAsync("Settled.");
        await hold.Locator("button[formaction*=Lift]").ClickAsync();
        await hold.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await CheckAsync(window, hasScript);
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
