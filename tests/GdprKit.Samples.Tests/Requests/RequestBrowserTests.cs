using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;
using NodaTime;

namespace GdprKit.Samples.Requests;

/// <summary>The requests of the employees in a browser: without script, and looked at by a machine for who sees or hears them otherwise.</summary>
public sealed class RequestBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    public static IEnumerable<TheoryDataRow<string, string, int, ColorScheme>> Screens =>
        from place in new[] { "", "?view=overdue", "/calendar?month=2025-12", "/new?customer=2", "/file", "/nobody" }
        from screen in new[] { ("nl", 1280, ColorScheme.Light), ("en", 360, ColorScheme.Dark) }
        select new TheoryDataRow<string, string, int, ColorScheme>(place, screen.Item1, screen.Item2, screen.Item3);

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task It_can_be_used_by_everyone_and_fits_on_a_phone(string place, string language, int width, ColorScheme colors)
    {
        var file = await application.ReceiveLetterAsync(2, RightsRequestKind.Restriction, new LocalDate(2025, 11, 28));
        await application.ReceiveLetterAsync(3, on: new LocalDate(2025, 10, 1));
        var nobody = await application.ReceiveLetterAsync(null, RightsRequestKind.Erasure);
        using var manager = await application.CreateEmployeeAsync("Andrew Adams", language);
        await using var window = await chromium.OpenAsync(
            new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors, Cookies = manager.Cookies });
        await window.GoToAsync(application.Address + "/gdpr/requests" + place switch { "/file" => $"/{file}", "/nobody" => $"/{nobody}?q=a", _ => place });
        await window.Page.EvaluateAsync("() => document.querySelectorAll('main details').forEach(part => part.open = true)");

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        if (!place.StartsWith("/n", StringComparison.Ordinal))
        {
            await window.Page.ShouldHaveNamedAndHeadedTablesAsync();
        }

        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory]
    [InlineData("nl", "Wijs af", "Wijs het verzoek af", "Het verzoek is afgewezen.", "Dit veld is leeg.")]
    [InlineData("en", "Refuse", "Refuse the request", "The request was refused.", "This field is empty.")]
    public async Task On_a_phone_without_script_a_request_is_refused_after_a_fault_was_mended(string language, string step, string button, string done, string fault)
    {
        var id = await application.ReceiveLetterAsync(4);
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards", language);
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 360, Height = 740, Language = language, JavaScript = false, Cookies = manager.Cookies });
        await window.GoToAsync($"{application.Address}/gdpr/requests/{id}");

        await window.Page.GetByText(step, new() { Exact = true }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Assertions.Expect(window.Page.Locator("#step-Refuse-text-error")).ToContainTextAsync(fault);
        await window.Page.Locator("#step-Refuse-text").FillAsync("It is the tenth this week.");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(done);
        (await application.FindRequestAsync(id)).Status.Should().Be(RightsRequestStatus.Refused);
        window.ShouldHaveStayedQuietAt(application.Address);
    }
}
