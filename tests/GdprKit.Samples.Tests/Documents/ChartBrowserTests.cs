using GdprKit.Documents;
using GdprKit.Samples.Browser;
using Microsoft.Playwright;

namespace GdprKit.Samples.Documents;

/// <summary>Charts of documents as a real browser draws them, under the policy with which pages of documents are served.</summary>
public sealed class ChartBrowserTests(Chromium chromium)
{
    private const string Address = "http://charts.example";

    // Of the texts that this screen shows in a drawing, those that begin before another of the same line ends.
    private const string FindOverlaps = """
        () => [...document.querySelectorAll('svg[role=img]')].flatMap(image => {
          const shown = [...image.querySelectorAll('text')].map(text => ({ label: text.textContent, box: text.getBoundingClientRect() })).filter(text => text.box.width > 0);
          return shown.filter((text, index) => shown.slice(0, index).some(other =>
            Math.abs(other.box.top - text.box.top) < 1 && text.box.left < other.box.right && other.box.left < text.box.right)).map(text => text.label);
        })
        """;

    [BrowserTheory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    [InlineData(320, ColorScheme.Dark)]
    public async Task A_chart_can_be_read_by_everyone(int width, ColorScheme colors)
    {
        await using var window = await OpenAsync(width, colors);

        await window.Page.ShouldBeAccessibleAsync();
        await window.Page.ShouldNotScrollSidewaysAsync();
        window.ShouldHaveStayedQuietAt(Address);
    }

    [BrowserTheory]
    [InlineData(1280)]
    [InlineData(641)]
    [InlineData(640)]
    [InlineData(320)]
    public async Task Labels_do_not_overlap_in_the_letters_of_this_machine(int width)
    {
        await using var window = await OpenAsync(width, ColorScheme.Light);

        (await window.Page.EvaluateAsync<string[]>(FindOverlaps)).Should().BeEmpty();
    }

    [BrowserFact]
    public async Task Who_has_no_mouse_scrolls_to_the_last_of_many_bars()
    {
        await using var window = await OpenAsync(320, ColorScheme.Light);
        var view = window.Page.GetByRole(AriaRole.Group, new() { Name = "Ten years (rows)", Exact = true });

        await view.FocusAsync();
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.PressAsync("ArrowRight");

        await window.Page.WaitForFunctionAsync("view => view.scrollLeft > 0", await view.ElementHandleAsync());
    }

    [BrowserFact]
    public async Task The_numbers_open_as_a_table()
    {
        await using var window = await OpenAsync(1280, ColorScheme.Light);
        var table = window.Page.GetByRole(AriaRole.Table, new() { Name = "One year (rows)" });
        (await table.IsVisibleAsync()).Should().BeFalse();

        await window.Page.GetByText("As a table").First.ClickAsync();

        (await table.GetByRole(AriaRole.Rowheader).CountAsync()).Should().Be(12);
    }

    private static Document Charts() => new("Charts", Language.English, [])
    {
        Introduction =
        [
            Months("One year", 12, 1),
            Months("Three years of six", 36, 6),
            Months("Ten years", 120, 1),
            Months("Ten years of two", 120, 2),
            new DocumentBlock.Chart("Nothing", "rows", "Month", ["jan 2027"], [new ChartSeries("Rows", [0])]),
            new DocumentBlock.Chart("By kind", "fields", "Kind", ["e-mail address", "health data of employees and of their families"],
                [new ChartSeries("Now", [1200, 3]), new ChartSeries("Later", [5, 1_000_000_000])]) { IsHorizontal = true },
        ],
    };

    private static DocumentBlock.Chart Months(string caption, int months, int series) => new(
        caption,
        "rows",
        "Month",
        Enumerable.Range(0, months).Select(month => $"{"jan feb mar apr may jun jul aug sep oct nov dec".Split(' ')[month % 12]} {2027 + (month / 12)}").ToValueList(),
        Enumerable.Range(0, series).Select(each => new ChartSeries(
            $"Series {each + 1}",
            Enumerable.Range(0, months).Select(month => (long)(month * (each + 7) % 13 * 75_000_000)).ToValueList())).ToValueList());

    private async Task<BrowserWindow> OpenAsync(int width, ColorScheme colors)
    {
        var window = await chromium.OpenAsync(new WindowOptions { Width = width, ColorScheme = colors });
        await window.Page.RouteAsync($"{Address}/", route => route.FulfillAsync(new RouteFulfillOptions
        {
            Body = Charts().ToHtml(),
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>
            {
                ["Content-Security-Policy"] = $"default-src 'none'; style-src {DocumentStyle.ContentSecurityPolicyHash}",
            },
        }));
        await window.GoToAsync($"{Address}/");
        return window;
    }
}
