using Microsoft.Playwright;

namespace GdprKit.Samples.Browser;

/// <summary>Whether a page can be read as it is laid out.</summary>
internal static class Reading
{
    /// <summary>WCAG 2.2, 1.4.10 Reflow: what is read downwards is not moved sideways.</summary>
    public static async Task ShouldNotScrollSidewaysAsync(this IPage page)
    {
        var tooWide = await page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              return [...document.querySelectorAll('body *')]
                .filter(element => element.getBoundingClientRect().right > width + 0.5)
                .map(element => `${element.tagName} ${element.className} ${element.textContent.trim().slice(0, 40)}`);
            }
            """);
        tooWide.Should().BeEmpty();
    }

    /// <summary>One h1, first; no level is left out on the way down.</summary>
    public static async Task ShouldHaveOrderlyHeadingsAsync(this IPage page)
    {
        var levels = await page.EvaluateAsync<int[]>(
            "() => [...document.querySelectorAll('main :is(h1, h2, h3, h4, h5, h6)')].map(heading => +heading.tagName[1])");
        levels.Should().StartWith(1);
        levels.Should().ContainSingle(level => level == 1);
        levels.Zip(levels.Skip(1)).Should().NotContain(pair => pair.Second > pair.First + 1);
    }
}
