using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Shop;

public sealed class ShopBrowserTests(CrmApplication application, Chromium chromium)
{
    private static readonly string[] Addresses =
        ["/", "/signup", "/confirm", "/signin", "/dashboard", "/customers", "/customers/1", "/customers/1/edit", "/invoices", "/invoices/1", "/employees", "/employees/1", "/gdpr/log", "/gdpr/log/consent", "/gdpr/requests", "/gdpr/register", "/gdpr/form", "/gdpr/check", "/gdpr/cleanup", "/gdpr/notice", "/gdpr/inform"];

    public static IEnumerable<TheoryDataRow<string>> Pages => Addresses.Select(address => new TheoryDataRow<string>(address));

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task A_page_can_be_used_by_everyone(string address)
    {
        await using var window = await SignedInAsync(new WindowOptions());

        await window.GoToAsync(application.Address + address);

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory, MemberData(nameof(Pages))]
    public async Task A_page_fits_on_a_phone(string address)
    {
        await using var window = await SignedInAsync(new WindowOptions { Width = 360, Height = 740, Language = "en" });

        await window.GoToAsync(application.Address + address);

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        await window.Page.SetViewportSizeAsync(320, 740);
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserFact]
    public async Task On_a_phone_the_menu_opens_and_leads_somewhere()
    {
        await using var window = await SignedInAsync(new WindowOptions { Width = 360, Height = 740, Language = "en" });
        await window.GoToAsync($"{application.Address}/dashboard");
        var backups = window.Page.GetByRole(AriaRole.Link, new() { Name = "Backups", Exact = true });
        await Assertions.Expect(backups).ToBeHiddenAsync();

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Menu", Exact = true }).ClickAsync();
        await backups.ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Backups");
    }

    [BrowserFact]
    public async Task A_form_with_faults_leads_to_the_first_of_them_without_a_mouse()
    {
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = "en", JavaScript = false });
        await window.GoToAsync($"{application.Address}/signup");
        await window.Page.GetByLabel("First name").FillAsync("Margaret");
        await window.Page.GetByLabel("First name").PressAsync("Enter");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Page.GetByLabel("Last name")).ToBeFocusedAsync();
        await Assertions.Expect(window.Page.GetByLabel("Last name")).ToHaveAccessibleDescriptionAsync("Last name is required.");
        await Assertions.Expect(window.Page.GetByLabel("First name")).ToHaveValueAsync("Margaret");
    }

    [BrowserFact]
    public async Task Who_uses_the_keyboard_can_skip_to_the_content()
    {
        await using var window = await SignedInAsync(new WindowOptions { Language = "en" });
        await window.GoToAsync($"{application.Address}/customers");

        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Main)).ToBeFocusedAsync();
    }

    private async Task<BrowserWindow> SignedInAsync(WindowOptions options)
    {
        using var employee = await application.CreateEmployeeAsync("Nancy Edwards");
        return await chromium.OpenAsync(options with { Cookies = employee.Cookies });
    }
}
