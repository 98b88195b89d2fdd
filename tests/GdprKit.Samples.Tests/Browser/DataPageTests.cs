using GdprKit.Samples.Application;
using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>The pages that tell which data there are and when they go, with everything that can be opened open.</summary>
public sealed class DataPageTests(CrmApplication application, Chromium chromium)
{
    private static readonly string[] Addresses = ["/customers/1", "/employees/3", "/gdpr/register", "/gdpr/check", "/gdpr/form", "/gdpr/cleanup", "/gdpr/cleanup/compare", "/gdpr/cleanup/holds", "/gdpr/log"];

    public static IEnumerable<TheoryDataRow<string, string, int, ColorScheme>> Screens =>
        from address in Addresses
        from screen in new[] { ("nl", 1280, ColorScheme.Light), ("en", 1280, ColorScheme.Dark), ("en", 360, ColorScheme.Light), ("nl", 360, ColorScheme.Dark) }
        select new TheoryDataRow<string, string, int, ColorScheme>(address, screen.Item1, screen.Item2, screen.Item3);

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task A_page_about_data_can_be_read_by_everyone_on_every_screen(string address, string language, int width, ColorScheme colors)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        await using var window = await chromium.OpenAsync(
            new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, Cookies = manager.Cookies });
        await window.GoToAsync(application.Address + address);
        await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(part => part.open = true)");

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }
}
