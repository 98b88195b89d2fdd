namespace GdprKit.Documents;

public sealed class ChartTests
{
    private static readonly ChartSeries Customers = new("Customers", [1, 2]);

    [Fact]
    public void Charts_with_the_same_numbers_are_equal()
    {
        Chart(["jan", "feb"], Customers).Should().Be(Chart(["jan", "feb"], new ChartSeries("Customers", [1, 2])));
        Chart(["jan", "feb"], Customers).Should().NotBe(Chart(["jan", "feb"], new ChartSeries("Customers", [1, 3])));
    }

    [Fact]
    public void A_bar_is_not_shorter_than_nothing()
    {
        FluentActions.Invoking(() => new ChartSeries("Customers", [0, -1])).Should().Throw<ArgumentException>()
            .WithMessage("GDPR1013: a value of the series 'Customers' is negative, and a bar cannot be shorter than nothing. Show what was counted, or use a table.*");
    }

    [Fact]
    public void Every_series_has_one_value_per_category()
    {
        FluentActions.Invoking(() => Chart(["jan"], Customers)).Should().Throw<ArgumentException>().WithMessage("GDPR1014: the chart 'Due' *");
        FluentActions.Invoking(() => Chart([], new ChartSeries("None", []))).Should().Throw<ArgumentException>().WithMessage("GDPR1014:*");
        FluentActions.Invoking(() => Chart(["jan"])).Should().Throw<ArgumentException>().WithMessage("GDPR1014:*");
    }

    [Fact]
    public void A_chart_has_at_most_120_categories_and_6_series()
    {
        FluentActions.Invoking(() => Wide(121, 1)).Should().Throw<ArgumentException>().WithMessage("GDPR1015: the chart 'Due' has 121 categories and 1 series, *");
        FluentActions.Invoking(() => Wide(1, 7)).Should().Throw<ArgumentException>().WithMessage("GDPR1015:*");
        FluentActions.Invoking(() => Wide(120, 6)).Should().NotThrow();
    }

    [Theory]
    [InlineData("", "rows", "Month", "jan", "Customers")]
    [InlineData("Due", " ", "Month", "jan", "Customers")]
    [InlineData("Due", "rows", "\t", "jan", "Customers")]
    [InlineData("Due", "rows", "Month", "", "Customers")]
    [InlineData("Due", "rows", "Month", "jan", " ")]
    public void Every_text_of_a_chart_says_something(string caption, string unit, string heading, string category, string series)
    {
        FluentActions.Invoking(() => new DocumentBlock.Chart(caption, unit, heading, [category], [new ChartSeries(series, [1])]))
            .Should().Throw<ArgumentException>().WithMessage("GDPR1005:*");
    }

    [Fact]
    public void A_sum_that_no_long_holds_is_written_all_the_same()
    {
        var document = new Document("Title", Language.English, []) { Introduction = [Chart(["jan"], new ChartSeries("A", [long.MaxValue]), new ChartSeries("B", [long.MaxValue]))] };

        document.ToMarkdown().Should().Contain("| 18,446,744,073,709,551,614 |");
        document.ToHtml().Should().Contain(">18,446,744,073,709,551,614</td>");
    }

    [Fact]
    public void Numbers_are_written_as_the_language_of_the_document_does()
    {
        Markdown("nl").Should().Contain("| jan | 1.234.567 |");
        Markdown("en").Should().Contain("| jan | 1,234,567 |");
        Markdown("fr").Should().Contain("| jan | 1\u202f234\u202f567 |");

        static string Markdown(string language) => new Document("Title", Language.Parse(language), [])
        {
            Introduction = [Chart(["jan"], new ChartSeries("A", [1_234_567]))],
        }.ToMarkdown();
    }

    private static DocumentBlock.Chart Wide(int categories, int series) => Chart(
        Enumerable.Range(0, categories).Select(index => $"c{index}").ToValueList(),
        [.. Enumerable.Range(0, series).Select(index => new ChartSeries($"s{index}", new long[categories].ToValueList()))]);

    private static DocumentBlock.Chart Chart(ValueList<string> categories, params ChartSeries[] series) => new("Due", "rows", "Month", categories, series.ToValueList());
}
