using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using CsCheck;

namespace GdprKit.Documents;

public sealed class ChartHtmlTests
{
    private const string Hostile = "<script>alert(1)</script> \" ' & </title></desc></svg> <img src=x onerror=alert(1)>";

    [Fact]
    public void A_chart_is_an_image_with_a_name_and_a_description()
    {
        var figure = Figure(Of(["jan 2027", "feb 2027", "mar 2027"], [3, 1234, 0]));
        var image = figure.QuerySelector("svg[role=img]")!;

        figure.QuerySelector("figcaption")!.TextContent.Should().Be("Due (rows)");
        Named(image, "aria-labelledby").LocalName.Should().Be("title");
        Named(image, "aria-labelledby").TextContent.Should().Be("Due (rows)");
        Named(image, "aria-describedby").TextContent.Should().Be("3 bars, from jan 2027 to mar 2027. Highest: feb 2027, 1,234. Together: 1,237. The table gives every number.");
    }

    [Fact]
    public void A_dutch_chart_speaks_dutch_and_one_in_another_language_marks_its_english_words()
    {
        var dutch = Figure(Of(["jan"], [5]), "nl");
        var french = Figure(Of(["jan"], [5]), "fr");

        dutch.QuerySelector("desc")!.TextContent.Should().Be("Eén staaf: jan. Hoogste: jan, 5. Samen: 5. In de tabel staat elk getal.");
        dutch.QuerySelector("summary")!.TextContent.Should().Be("Als tabel");
        dutch.QuerySelectorAll("[lang]").Should().BeEmpty();
        french.QuerySelectorAll("desc[lang=en], summary[lang=en]").Should().HaveCount(2);
    }

    [Fact]
    public void The_same_numbers_follow_as_a_table()
    {
        var table = Figure(Of(["jan", "feb"], [1, 2], [3, 4])).QuerySelector("details > table")!;

        table.QuerySelector("caption")!.TextContent.Should().Be("Due (rows)");
        table.QuerySelectorAll("thead th").Select(cell => cell.TextContent).Should().Equal("Month", "A", "B", "Total");
        table.QuerySelectorAll("tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent))).Should().Equal("jan 1 3 4", "feb 2 4 6");
    }

    [Fact]
    public void Bars_are_as_tall_as_their_values_and_stand_on_each_other()
    {
        var bars = Bars(Figure(Of(["jan", "feb"], [100, 50], [0, 50])));

        bars.Should().HaveCount(3, "nothing is drawn of a zero");
        bars[0].Height.Should().BeApproximately(2 * bars[1].Height, 0.01);
        bars[2].Height.Should().BeApproximately(bars[1].Height, 0.01);
        (bars[2].Y + bars[2].Height).Should().BeApproximately(bars[1].Y, 0.01);
        bars[2].Y.Should().BeApproximately(bars[0].Y, 0.01);
    }

    [Fact]
    public void A_value_that_is_not_zero_is_seen_beside_one_that_is_very_large()
    {
        Bars(Figure(Of(["jan", "feb"], [1_000_000_000, 1]))).Should().HaveCount(2).And.OnlyContain(bar => bar.Height > 0.1);
    }

    [Fact]
    public void All_zeros_are_said_and_not_drawn()
    {
        var figure = Figure(Of(["jan", "feb"], [0, 0]));

        figure.QuerySelectorAll("rect").Should().BeEmpty();
        figure.QuerySelectorAll("svg[role=img] text").Select(text => text.TextContent).Should().Contain("Everything is 0.");
        figure.QuerySelector("desc")!.TextContent.Should().Contain("Everything is 0.");
    }

    [Fact]
    public void Series_differ_by_more_than_colour_and_a_legend_says_which_is_which()
    {
        var figure = Figure(Of(["jan"], [1], [1], [1], [1], [1], [1]));

        figure.QuerySelectorAll(".gdprkit-legend li").Select(item => item.TextContent.Trim()).Should().Equal("A", "B", "C", "D", "E", "F");
        figure.QuerySelectorAll("pattern").Select(pattern => pattern.InnerHtml).Should().HaveCount(5).And.OnlyHaveUniqueItems();
        var fills = figure.QuerySelectorAll("svg[role=img] > rect").Select(bar => bar.GetAttribute("fill")!).ToList();
        fills.Should().OnlyHaveUniqueItems();
        fills.Skip(1).Should().OnlyContain(fill => figure.QuerySelector(fill.Replace("url(", "", StringComparison.Ordinal).TrimEnd(')')) != null);
        figure.QuerySelectorAll(".gdprkit-legend rect").Select(swatch => swatch.GetAttribute("fill")).Should().Equal(fills);
    }

    [Fact]
    public void One_series_needs_no_legend()
    {
        Figure(Of(["jan"], [1])).QuerySelectorAll(".gdprkit-legend, pattern").Should().BeEmpty();
    }

    [Fact]
    public void Who_scrolls_many_bars_can_do_so_by_keyboard_and_few_bars_are_no_stop()
    {
        Figure(Months(12)).QuerySelectorAll("[tabindex]").Should().BeEmpty();
        var view = Figure(Months(120)).QuerySelector("[tabindex='0'][role=group]")!;
        Named(view, "aria-labelledby").LocalName.Should().Be("figcaption");
    }

    [Fact]
    public void Lying_bars_say_every_label_and_its_value()
    {
        var figure = Figure(Of(["e-mail address", "name"], [1500, 500]) with { IsHorizontal = true });

        figure.QuerySelectorAll("svg text").Select(text => text.TextContent).Should().Equal("e-mail address", "1,500", "name", "500");
        var widths = figure.QuerySelectorAll("rect").Select(bar => Number(bar, "width")).ToList();
        widths[0].Should().BeApproximately(3 * widths[1], 0.01).And.BeLessThan(100);
    }

    [Fact]
    public void A_long_label_of_a_lying_bar_is_shorter_on_a_narrow_screen_and_whole_in_the_table()
    {
        const string Label = "health data of employees and of the members of their families";
        var figure = Figure(Of([Label], [12]) with { IsHorizontal = true });

        figure.QuerySelector("text.gdprkit-chart-wide")!.TextContent.Should().Be(Label);
        figure.QuerySelector("text.gdprkit-chart-narrow")!.TextContent.Should().EndWith("…").And.HaveLength(32);
        figure.QuerySelector("tbody th")!.TextContent.Should().Be(Label);
    }

    [Fact]
    public void Labels_do_not_overlap_however_many_there_are()
    {
        var gen = Gen.Select(Gen.Int[1, DocumentBlock.Chart.MaximumCategories], Gen.Int[1, 6], Gen.Int[1, 40], Gen.Long[0, 1_000_000_000]);
        gen.Sample((categories, series, letters, highest) =>
        {
            var labels = Enumerable.Range(0, categories).Select(index => $"{new string('m', letters)} {2027 + (index / 12)}").ToValueList();
            var values = Enumerable.Repeat(highest, categories).ToValueList();
            var figure = Figure(Of(labels, Enumerable.Repeat(values, series).ToArray()));
            var image = figure.QuerySelector("svg[role=img]")!;
            var axis = Number(figure.QuerySelector("svg[aria-hidden=true]:not(li svg)")!, "width");

            MustBeApart(image.QuerySelectorAll(".gdprkit-chart-wide text"), 43 - axis);
            MustBeApart(image.QuerySelectorAll(".gdprkit-chart-narrow text"), Math.Max(Number(image, "width"), 21 - axis));
        }, iter: 300);
    }

    [Fact]
    public void What_a_user_typed_stays_text_and_the_page_is_valid()
    {
        var chart = new DocumentBlock.Chart(Hostile, Hostile, Hostile, [Hostile, "x"], [new ChartSeries(Hostile, [1, 2]), new ChartSeries("B", [1, 2])]);
        var page = Page([chart, chart with { IsHorizontal = true }, new DocumentBlock.Callout([chart])]);

        page.QuerySelectorAll("script, img, [style], [onerror]").Should().BeEmpty();
        page.QuerySelectorAll("figure").Should().HaveCount(3);
        page.QuerySelectorAll("[id]").Select(element => element.Id).Should().OnlyHaveUniqueItems();
        page.QuerySelectorAll("figcaption").Should().OnlyContain(caption => caption.TextContent == $"{Hostile} ({Hostile})");
        page.QuerySelectorAll("svg > title").Should().OnlyContain(title => title.TextContent == $"{Hostile} ({Hostile})");
    }

    [Fact]
    public void The_same_chart_gives_the_same_characters()
    {
        var document = new Document("Title", Language.Dutch, []) { Introduction = [Months(120)] };

        document.ToHtml().Should().Be(document.ToHtml());
    }

    private static void MustBeApart(IEnumerable<IElement> texts, double width)
    {
        foreach (var line in texts.GroupBy(text => text.GetAttribute("y")))
        {
            var end = double.NegativeInfinity;
            foreach (var text in line)
            {
                var length = ChartLabel.Width(text.TextContent);
                var start = (Number(text, "x") / 100 * width) - (text.GetAttribute("text-anchor") == "middle" ? length / 2 : 0);
                start.Should().BeGreaterThan(end);
                end = start + length;
            }
        }
    }

    private static List<(double Y, double Height)> Bars(IElement figure) =>
        [.. figure.QuerySelectorAll("svg[role=img] > rect").Select(bar => (Number(bar, "y"), Number(bar, "height")))];

    private static double Number(IElement element, string attribute) =>
        double.Parse(element.GetAttribute(attribute)!.TrimEnd('e', 'm', '%'), CultureInfo.InvariantCulture);

    private static IElement Named(IElement element, string attribute) => element.Owner!.GetElementById(element.GetAttribute(attribute)!)!;

    private static DocumentBlock.Chart Months(int count) => Of(
        Enumerable.Range(0, count).Select(index => $"m{index % 12} {2027 + (index / 12)}").ToValueList(),
        Enumerable.Range(0, count).Select(index => (long)index).ToValueList());

    private static DocumentBlock.Chart Of(ValueList<string> categories, params ValueList<long>[] values) =>
        new("Due", "rows", "Month", categories, values.Select((each, index) => new ChartSeries($"{(char)('A' + index)}", each)).ToValueList());

    private static IElement Figure(DocumentBlock.Chart chart, string language = "en") => Page([chart], language).QuerySelector("figure")!;

    /// <summary>The page as a parser reads it that forgives nothing.</summary>
    private static IDocument Page(ValueList<DocumentBlock> blocks, string language = "en") =>
        new HtmlParser(new HtmlParserOptions { IsStrictMode = true })
            .ParseDocument(new Document("Title", Language.Parse(language), []) { Introduction = blocks }.ToHtml());
}
