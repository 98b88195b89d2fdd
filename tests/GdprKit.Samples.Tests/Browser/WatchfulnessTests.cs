using Xunit.Sdk;

namespace GdprKit.Samples.Browser;

/// <summary>A check that never fails proves nothing: each of them must see the fault it is there for.</summary>
public sealed class WatchfulnessTests(Chromium chromium)
{
    [BrowserTheory]
    [InlineData("<p style='color: #999'>Too faint.</p>", "color-contrast")]
    [InlineData("<img src='data:,' width=9>", "image-alt")]
    [InlineData("<input>", "label")]
    public async Task A_page_that_not_everyone_can_use_is_noticed(string fault, string rule)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.SetContentAsync($"<!DOCTYPE html><html lang=en><title>A page</title><main><h1>A page</h1>{fault}</main></html>");

        await window.Page.Awaiting(page => page.ShouldBeAccessibleAsync()).Should().ThrowAsync<XunitException>().WithMessage($"*{rule}*");
    }

    [BrowserFact]
    public async Task A_page_that_scrolls_sideways_is_noticed()
    {
        await using var window = await chromium.OpenAsync(new WindowOptions { Width = 320 });
        await window.Page.SetContentAsync("<!DOCTYPE html><p style='width: 400px'>Too wide.</p>");

        await window.Page.Awaiting(page => page.ShouldNotScrollSidewaysAsync()).Should().ThrowAsync<XunitException>().WithMessage("*Too wide.*");
    }

    [BrowserTheory]
    [InlineData("<h2>First</h2><h1>Second</h1>")]
    [InlineData("<h1>First</h1><h3>Third</h3>")]
    [InlineData("<h1>First</h1><h1>Again</h1>")]
    public async Task Headings_in_disorder_are_noticed(string headings)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.SetContentAsync($"<!DOCTYPE html><main>{headings}</main>");

        await window.Page.Awaiting(page => page.ShouldHaveOrderlyHeadingsAsync()).Should().ThrowAsync<XunitException>().WithMessage("*orderly headings*");
    }

    [BrowserTheory]
    [InlineData("<img src='http://elsewhere.invalid/pixel.png' alt=''>", "elsewhere.invalid")]
    [InlineData("<script>console.log('here')</script>", "here")]
    [InlineData("<script>throw new Error('broken')</script>", "broken")]
    public async Task A_page_that_does_not_stay_quiet_is_noticed(string noise, string trace)
    {
        await using var window = await chromium.OpenAsync();
        await window.Page.SetContentAsync($"<!DOCTYPE html>{noise}");

        window.Invoking(noisy => noisy.ShouldHaveStayedQuietAt("http://127.0.0.1")).Should().Throw<XunitException>().WithMessage($"*{trace}*");
    }
}
