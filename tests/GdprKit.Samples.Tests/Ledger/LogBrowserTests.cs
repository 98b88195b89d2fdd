using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Ledger;

/// <summary>The log and a history with something of everything in them, as people see them.</summary>
public sealed class LogBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>, IAsyncLifetime
{
    private int _customer;

    public static IEnumerable<TheoryDataRow<string, int, ColorScheme, bool>> Screens =>
        from language in new[] { "nl", "en" }
        from screen in new[] { (1280, ColorScheme.Light, true), (1280, ColorScheme.Dark, false), (360, ColorScheme.Light, false), (320, ColorScheme.Dark, true) }
        select new TheoryDataRow<string, int, ColorScheme, bool>(language, screen.Item1, screen.Item2, screen.Item3);

    /// <summary>Somebody came and moved house, somebody came and was removed, and an employee will leave.</summary>
    public async ValueTask InitializeAsync()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        var email = $"{Guid.NewGuid():N}@example.nl";
        _customer = await application.SignUpAsync($"a-{email}");
        await application.ChangeAsync(manager, _customer, new() { ["Form.City"] = "Delft", ["Note"] = "Belde op: verhuisd naar Delft, het oude adres klopt niet meer." });
        var other = await application.SignUpAsync($"b-{email}");
        await application.ChangeAsync(manager, other, new() { ["Form.City"] = "Delft", ["Note"] = "Wil liever geen klant meer zijn." });
        await application.RemoveAsync(manager, other);
        await application.LeaveAsync(manager, 8, _customer % 2 == 0 ? "2025-12-30" : "2025-12-31");
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task Everybody_can_read_what_happened_on_every_screen_with_and_without_script(string language, int width, ColorScheme colors, bool script)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        foreach (var address in new[] { "/gdpr/log", $"/customers/{_customer}", $"/customers/{_customer}/edit" })
        {
            await using var window = await chromium.OpenAsync(new WindowOptions
            {
                Width = width,
                Height = 740,
                Language = language,
                ColorScheme = colors,
                JavaScript = script,
                Cookies = manager.Cookies,
            });
            await window.GoToAsync(application.Address + address);

            if (script)
            {
                await window.Page.ShouldBeAccessibleAsync();
                await window.Page.ShouldHaveOrderlyHeadingsAsync();
                await window.Page.ShouldHaveLinksThatLandAsync();
                await window.Page.ShouldNotScrollSidewaysAsync();
            }

            window.ShouldHaveStayedQuietAt(application.Address);
            if (!address.EndsWith("edit", StringComparison.Ordinal))
            {
                await Assertions.Expect(window.Page.GetByText("Delft, het oude adres").First).ToBeVisibleAsync();
            }
        }
    }

    [BrowserFact]
    public async Task From_the_log_one_reaches_the_history_of_a_customer()
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = "en", Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/log");

        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Ada Canary" }).First.ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "History" })).ToBeVisibleAsync();
    }
}
