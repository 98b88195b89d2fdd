using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using GdprKit.Samples.Notices;
using Microsoft.Playwright;

namespace GdprKit.Samples.Consent;

/// <summary>The whole way to a newsletter as people go it, in a real browser.</summary>
public sealed class SignUpBrowserTests(CrmApplication application, Chromium chromium) : IClassFixture<CrmApplication>
{
    [BrowserFact]
    public async Task On_a_phone_without_script_one_signs_up_follows_the_mail_and_confirms()
    {
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 360, Height = 740, JavaScript = false });
        await window.GoToAsync($"{application.Address}/signup");
        await FillInAsync(window.Page, "telefoon@example.nl");
        await window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "Ja, stuur mij elke maand de nieuwsbrief" }).CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Word klant" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToContainTextAsync("Kijk in je mail");

        await window.GoToAsync(application.Address + application.LinkTo("telefoon@example.nl"));
        await Assertions.Expect(window.Page.GetByText("Ja, stuur mij elke maand de nieuwsbrief met nieuwe muziek")).ToBeVisibleAsync();
        (await application.MayMailNewsletterAsync("telefoon@example.nl")).Should().BeFalse();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Ja, dat klopt" }).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Dit is bevestigd");
        (await application.MayMailNewsletterAsync("telefoon@example.nl")).Should().BeTrue();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory]
    [InlineData("nl", 1280, ColorScheme.Light)]
    [InlineData("en", 320, ColorScheme.Dark)]
    public async Task The_page_behind_the_mail_can_be_used_by_everyone_before_and_after(string language, int width, ColorScheme colors)
    {
        using var visitor = application.CreateVisitor(language);
        var link = await application.AskForNewsletterAsync(visitor, $"page-{width}@example.nl");
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = width, Height = 740, Language = language, ColorScheme = colors });

        await window.GoToAsync(application.Address + link);
        await ShouldBeUsableAsync(window);
        await window.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button).ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await ShouldBeUsableAsync(window);
    }

    [BrowserFact]
    public async Task A_box_is_ticked_by_its_words_and_by_the_keyboard()
    {
        await application.PublishNoticeAsync();
        await using var window = await chromium.OpenAsync(new WindowOptions { Language = "en" });
        await window.GoToAsync($"{application.Address}/signup");
        var read = window.Page.GetByRole(AriaRole.Checkbox, new() { Name = "I have read the privacy notice" });

        await window.Page.GetByText("I have read the privacy notice").ClickAsync();
        await Assertions.Expect(read).ToBeCheckedAsync();
        await read.PressAsync("Space");
        await Assertions.Expect(read).Not.ToBeCheckedAsync();
    }

    private async Task ShouldBeUsableAsync(BrowserWindow window)
    {
        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    private static async Task FillInAsync(IPage page, string email)
    {
        await page.GetByLabel("Voornaam").FillAsync("Ada");
        await page.GetByLabel("Achternaam").FillAsync("Canary");
        await page.GetByLabel("E-mailadres").FillAsync(email);
        await page.GetByLabel("Straat en huisnummer").FillAsync("Kade 1");
        await page.GetByLabel("Plaats").FillAsync("Gouda");
    }
}
