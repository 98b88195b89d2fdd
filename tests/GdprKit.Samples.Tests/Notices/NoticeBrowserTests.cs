using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Notices;

/// <summary>The notices of the shop as people read them.</summary>
public sealed partial class NoticeBrowserTests(CrmApplication application, Chromium chromium)
{
    public static IEnumerable<TheoryDataRow<string>> Addresses => NoticeReader.Addresses.Select(address => new TheoryDataRow<string>(address));

    public static IEnumerable<TheoryDataRow<string, int, ColorScheme>> Screens =>
        from address in NoticeReader.Addresses
        from width in new[] { 1280, 360 }
        from colors in new[] { ColorScheme.Light, ColorScheme.Dark }
        select new TheoryDataRow<string, int, ColorScheme>(address, width, colors);

    [BrowserTheory, MemberData(nameof(Screens))]
    public async Task A_notice_can_be_read_by_everyone_on_every_screen(string address, int width, ColorScheme colors)
    {
        await using var window = await OpenAsync(address, new WindowOptions { Width = width, Height = 740, ColorScheme = colors });

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        await window.Page.SetViewportSizeAsync(320, 740);
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserTheory, MemberData(nameof(Addresses))]
    public async Task A_notice_is_well_ordered_in_its_own_language(string address)
    {
        await using var window = await OpenAsync(address);

        (await window.Page.Locator("html").GetAttributeAsync("lang")).Should().Be(address.Split('/')[2]);
        await window.Page.ShouldHaveOrderlyHeadingsAsync(within: "body");
        await window.Page.ShouldHaveNamedAndHeadedTablesAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        (await window.Page.Locator("table").CountAsync()).Should().BePositive();
    }

    [BrowserTheory, MemberData(nameof(Addresses))]
    public async Task A_notice_is_one_file_and_no_script(string address)
    {
        await using var window = await OpenAsync(address);

        (await window.Page.Locator("script, iframe, object, embed, img, form, input, link[rel=stylesheet], [style], [onclick]").CountAsync()).Should().Be(0);
        window.Requests.Should().Equal(application.Address + address);
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserFact]
    public async Task A_notice_follows_the_colours_that_the_reader_prefers()
    {
        (await BrightnessAsync(ColorScheme.Light)).Should().BeGreaterThan(600);
        (await BrightnessAsync(ColorScheme.Dark)).Should().BeLessThan(165);
    }

    [BrowserFact]
    public async Task Without_JavaScript_all_of_it_is_there_and_every_link_works()
    {
        await using var window = await OpenAsync("/privacy/nl", new WindowOptions { JavaScript = false });

        await window.Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = "Bezwaar maken" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Name = "Bezwaar maken", Level = 2 })).ToBeInViewportAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Privacy notice of Chinook Muziek B.V.");
        window.Page.Url.Should().Be($"{application.Address}/privacy/en");
    }

    [BrowserTheory]
    [InlineData("nl-NL", "Privacyverklaring van Chinook Muziek B.V.")]
    [InlineData("en-GB", "Privacy notice of Chinook Muziek B.V.")]
    public async Task The_link_on_every_page_leads_to_the_notice_in_the_language_of_the_browser(string language, string heading)
    {
        await using var window = await OpenAsync("/signup", new WindowOptions { Language = language });

        await window.Page.Locator("footer a[href='/privacy']").ClickAsync();

        await Assertions.Expect(window.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
    }

    [BrowserFact]
    public async Task A_notice_prints_on_A4()
    {
        await using var window = await OpenAsync("/privacy/nl");

        var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        var pages = PageSize().Matches(pdf).Select(page => $"{Millimetres(page, "width")} x {Millimetres(page, "height")} mm").ToArray();
        pages.Should().HaveCountGreaterThan(2);
        pages.Distinct().Should().Equal("210 x 297 mm");
    }

    private async Task<BrowserWindow> OpenAsync(string address, WindowOptions? options = null)
    {
        var window = await chromium.OpenAsync(options);
        await window.GoToAsync(application.Address + address);
        return window;
    }

    private async Task<int> BrightnessAsync(ColorScheme colors)
    {
        await using var window = await OpenAsync("/privacy/nl", new WindowOptions { ColorScheme = colors });
        return await window.Page.EvaluateAsync<int>(
            "() => getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + +part, 0)");
    }

    // A point is a 72nd of an inch.
    private static double Millimetres(Match page, string side) => Math.Round(double.Parse(page.Groups[side].Value, CultureInfo.InvariantCulture) / 72 * 25.4);

    [GeneratedRegex(@"/MediaBox\s*\[\s*0\s+0\s+(?<width>[\d.]+)\s+(?<height>[\d.]+)\s*\]")]
    private static partial Regex PageSize();
}
