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

    private const string Orderly = "a page has orderly headings";

    /// <summary>One h1, first; no level is left out on the way down.</summary>
    /// <param name="page">The page.</param>
    /// <param name="within">The part that is looked at, as a CSS selector: beside it a menu may have headings of its own.</param>
    public static async Task ShouldHaveOrderlyHeadingsAsync(this IPage page, string within = "main")
    {
        var levels = await page.EvaluateAsync<int[]>(
            "within => [...document.querySelector(within).querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => +heading.tagName[1])", within);
        levels.Should().StartWith(1, Orderly);
        levels.Should().ContainSingle(level => level == 1, Orderly);
        levels.Zip(levels.Skip(1)).Should().NotContain(pair => pair.Second > pair.First + 1, Orderly);
    }

    /// <summary>Every table says what it shows, and heads its columns and rows, as assistive technology is told of it.</summary>
    public static async Task ShouldHaveNamedAndHeadedTablesAsync(this IPage page)
    {
        var faults = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('table')].flatMap(table => {
              const name = table.caption?.innerText.trim();
              const columns = [...table.querySelectorAll('thead th[scope=col]')];
              const rows = [...table.querySelectorAll('tbody tr')];
              return [
                name ? [] : ['a table without a caption'],
                columns.length > 0 && columns.every(head => head.textContent.trim()) ? [] : [`${name}: a column without a head`],
                rows.length > 0 && rows.every(row => row.children.length === columns.length) ? [] : [`${name}: a cell without a column`],
                rows.every(row => row.querySelector('th[scope=row]')?.innerText.trim()) ? [] : [`${name}: a row without a head`],
              ].flat();
            })
            """);
        faults.Should().BeEmpty();
    }

    /// <summary>Every link within the page leads somewhere, and to one place only.</summary>
    public static async Task ShouldHaveLinksThatLandAsync(this IPage page)
    {
        var lost = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a[href^="#"]')].map(link => link.getAttribute('href').slice(1))
              .filter(id => [...document.querySelectorAll('[id]')].filter(element => element.id === id).length !== 1)
            """);
        lost.Should().BeEmpty();
    }
}
