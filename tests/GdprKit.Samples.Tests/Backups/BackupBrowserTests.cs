using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Backups;

/// <summary>
/// A manager reads by when erased data are gone, tries a restore, and repeats the erasures after an older backup was put back: in a browser, with a script and without, on a telephone and on a desk. These tests have a shop of their own.
/// </summary>
public sealed class BackupBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    private static readonly string[] Elsewhere = ["/dashboard", "/customers", "/gdpr/log", "/gdpr/backups"];

    private readonly ShopBackups _shop = new(application);

    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light, true, 41)]
    [InlineData("en", 1280, ColorScheme.Dark, false, 42)]
    [InlineData("en", 360, ColorScheme.Light, true, 43)]
    [InlineData("nl", 360, ColorScheme.Dark, true, 44)]
    public async Task The_dates_are_read_a_restore_is_tried_and_after_a_real_one_the_erasures_are_repeated(string language, int width, ColorScheme colors, bool hasScript, int customer)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        await using var window = await chromium.OpenAsync(
            new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, JavaScript = hasScript, Cookies = manager.Cookies });
        var page = window.Page;
        var isDutch = language == "nl";
        application.Clock.AdvanceMinutes(1);
        var backup = await _shop.MakeAsync();

        await window.GoToAsync($"{application.Address}/gdpr/backups");
        await page.GetByText(isDutch ? "is uiterlijk op 24 mrt 2026 ook hieruit." : "is gone from these too by 24 Mar 2026.").WaitForAsync();
        await page.GetByLabel(isDutch ? "Gewist op" : "Erased on").FillAsync("2026-01-31");
        await page.GetByRole(AriaRole.Button, new() { Name = isDutch ? "Wanneer is het uit de back-ups?" : "When is it gone from the backups?" }).ClickAsync();
        await page.Locator("#forecast", new() { HasText = isDutch ? "1 mei 2026" : "1 May 2026" }).WaitForAsync();
        await ShouldBeFitAsync(window, hasScript);

        await page.GetByRole(AriaRole.Button, new() { Name = isDutch ? "Probeer nu of het terugzetten lukt" : "Try now whether it can be restored" }).ClickAsync();
        await page.Locator("#drill", new() { HasText = isDutch ? "Deze back-up kan teruggezet worden." : "This backup can be restored." }).WaitForAsync();
        await ShouldBeFitAsync(window, hasScript);

        await page.Locator(".backup", new() { HasText = isDutch ? "Proef met terugzetten op 23 dec 2025: gelukt" : "Restore tried on 23 Dec 2025: it can be restored" }).WaitForAsync();

        application.Clock.AdvanceMinutes(1);
        await _shop.EraseAsync(customer);
        await _shop.RestoreAsync(backup);
        foreach (var address in Elsewhere)
        {
            await window.GoToAsync(application.Address + address);
            await page.Locator(".alarm", new() { HasText = isDutch ? "Er is een oudere back-up teruggezet." : "An older backup was restored." }).WaitForAsync();
            await ShouldBeFitAsync(window, hasScript);
        }

        await window.GoToAsync($"{application.Address}/dashboard");
        await page.Locator(".alarm a").ClickAsync();
        await page.GetByText(isDutch ? "Er wordt niets gewist of opgeruimd." : "Nothing is erased or cleaned up.").WaitForAsync();
        await page.Locator("button[formaction*=Rehearse]").ClickAsync();
        await page.Locator("#rehearsal", new() { HasText = isDutch ? "Opnieuw gewiste mensen: 1." : "People erased again: 1." }).WaitForAsync();
        (await _shop.PhoneAsync(customer)).Should().NotBeNull("nothing was changed");
        await ShouldBeFitAsync(window, hasScript);

        await page.Locator("button[formaction*=Replay]").ClickAsync();
        await page.Locator(".confirmation", new() { HasText = isDutch ? "Alles is herhaald." : "All is repeated." }).WaitForAsync();
        (await _shop.PhoneAsync(customer)).Should().BeNull();
        await page.Locator(".restore", new() { HasText = isDutch ? "Opnieuw gewiste mensen: 1." : "People erased again: 1." }).First.WaitForAsync();
        await ShouldBeFitAsync(window, hasScript);
        foreach (var address in Elsewhere)
        {
            await window.GoToAsync(application.Address + address);
            (await page.Locator(".alarm").CountAsync()).Should().Be(0);
        }
    }

    [BrowserFact]
    public async Task By_keyboard_the_bar_leads_to_the_page_and_the_answer_of_the_rehearsal_has_the_focus()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", "en");
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = "en", Cookies = manager.Cookies });
        application.Clock.AdvanceMinutes(1);
        var backup = await _shop.MakeAsync();
        application.Clock.AdvanceMinutes(1);
        await _shop.EraseAsync(45);
        await _shop.RestoreAsync(backup);
        await window.GoToAsync($"{application.Address}/dashboard");

        await window.Page.Locator(".alarm a").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("button[formaction*=Rehearse]").FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.Locator("#rehearsal:focus").WaitForAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Locator("button[formaction*=Replay]:focus").WaitForAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator(".confirmation").WaitForAsync();
    }

    // With everything that can be opened open.
    private async Task ShouldBeFitAsync(BrowserWindow window, bool hasScript)
    {
        if (hasScript)
        {
            await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(part => part.open = true)");
            await window.Page.ShouldBeAccessibleAsync();
            await window.Page.ShouldHaveOrderlyHeadingsAsync();
            await window.Page.ShouldNotScrollSidewaysAsync();
        }

        window.ShouldHaveStayedQuietAt(application.Address);
    }
}
