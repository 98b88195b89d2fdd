using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Consent;

/// <summary>The privacy centre in a browser: on a phone without script, and looked at by a machine for who sees or hears it otherwise.</summary>
public sealed class PrivacyCentreBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    [BrowserFact]
    public async Task On_a_phone_without_script_a_customer_switches_off_agrees_again_and_wants_no_advertising()
    {
        await application.GiveNewsletterAsync(31);
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 360, Height = 740, Language = "nl", JavaScript = false });
        await window.GoToAsync(application.Address + await application.CentreOfAsync(31));
        var state = window.Page.Locator("article .mark");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Zet uit Nieuwsbrief" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync("Nieuwsbrief staat uit. Dat geldt vanaf nu.");
        (await application.DecideNewsletterAsync(31)).Permitted.Should().BeFalse();

        await window.Page.Locator("article input[type=checkbox]").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Geef toestemming Nieuwsbrief" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Nog niet bevestigd.");

        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Ik wil geen reclame meer" }).ClickAsync();
        await Assertions.Expect(state).ToHaveTextAsync("Staat uit, omdat je geen reclame wilt.");

        (await application.FindNewsletterAsync(31)).Status.Should().Be(ConsentStatus.Withdrawn);
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light, true)]
    [InlineData("en", 360, ColorScheme.Dark, true)]
    [InlineData("nl", 360, ColorScheme.Light, false)]
    public async Task It_can_be_used_by_everyone_and_fits_on_a_phone(string language, int width, ColorScheme colors, bool agreed)
    {
        var customer = 32 + (agreed ? 0 : 1);
        if (agreed)
        {
            await application.GiveNewsletterAsync(customer);
        }

        await using var window = await chromium.OpenAsync(new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors });
        await window.GoToAsync(application.Address + await application.CentreOfAsync(customer));

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        await window.Page.SetViewportSizeAsync(320, 740);
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }
}
