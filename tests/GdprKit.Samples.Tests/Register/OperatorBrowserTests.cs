using GdprKit.Samples.Application;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Register;

public sealed class OperatorBrowserTests(CrmApplication application, Chromium chromium)
{
    [BrowserTheory]
    [InlineData("/privacy/manage/register", "nl", 1280, ColorScheme.Light)]
    [InlineData("/privacy/manage/register", "en", 360, ColorScheme.Dark)]
    [InlineData("/privacy/manage/record", "en", 1280, ColorScheme.Dark)]
    [InlineData("/privacy/manage/record", "nl", 360, ColorScheme.Light)]
    [InlineData("/privacy/manage/coverage", "nl", 1280, ColorScheme.Light)]
    [InlineData("/privacy/manage/coverage", "en", 360, ColorScheme.Dark)]
    [InlineData("/privacy/manage/coverage", "nl", 360, ColorScheme.Light)]
    [InlineData("/privacy/manage/retention", "en", 1280, ColorScheme.Dark)]
    [InlineData("/privacy/manage/retention", "nl", 1280, ColorScheme.Light)]
    [InlineData("/privacy/manage/retention", "nl", 360, ColorScheme.Dark)]
    [InlineData("/privacy/manage/retention", "en", 360, ColorScheme.Light)]
    [InlineData("/privacy/manage/consent", "nl", 1280, ColorScheme.Dark)]
    [InlineData("/privacy/manage/consent", "en", 360, ColorScheme.Light)]
    [InlineData("/privacy/manage/deletion-concept", "nl", 1280, ColorScheme.Dark)]
    [InlineData("/privacy/manage/deletion-concept", "en", 1280, ColorScheme.Light)]
    [InlineData("/privacy/manage/deletion-concept", "en", 360, ColorScheme.Dark)]
    [InlineData("/privacy/manage/deletion-concept", "nl", 360, ColorScheme.Light)]
    public async Task A_page_for_operators_can_be_read_by_everyone(string address, string language, int width, ColorScheme colors)
    {
        await using var window = await OpenAsync(address, new WindowOptions { Width = width, Language = language, ColorScheme = colors });
        await window.Page.EvaluateAsync("() => document.querySelectorAll('details').forEach(part => part.open = true)");

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldHaveOrderlyHeadingsAsync(within: "body");
        await window.Page.ShouldHaveNamedAndHeadedTablesAsync();
        await window.Page.ShouldHaveLinksThatLandAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(application.Address);
    }

    [BrowserFact]
    public async Task A_manager_takes_the_record_home_as_a_file_that_a_spreadsheet_opens()
    {
        await using var window = await OpenAsync("/gdpr/register", new WindowOptions { Language = "en" });

        var download = await window.Page.RunAndWaitForDownloadAsync(
            () => window.Page.GetByRole(AriaRole.Link, new() { Name = "Record of processing as CSV" }).ClickAsync());

        download.SuggestedFilename.Should().Be("record.csv");
        await using var content = await download.CreateReadStreamAsync();
        using var reader = new StreamReader(content);
        var lines = (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        lines.Should().Contain(line => line.Contains("Invoices and bookkeeping", StringComparison.Ordinal));
    }

    private async Task<BrowserWindow> OpenAsync(string address, WindowOptions options)
    {
        using var manager = await application.CreateEmployeeAsync("Nancy Edwards");
        var window = await chromium.OpenAsync(options with { Cookies = manager.Cookies });
        await window.GoToAsync(application.Address + address);
        return window;
    }
}
