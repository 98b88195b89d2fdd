namespace GdprKit.Documents;

/// <summary>Gives the numbers of a chart as a table: a row per category, a column per series, and their sum where there are several.</summary>
internal static class ChartTable
{
    public static DocumentBlock.Table Of(DocumentBlock.Chart chart, Language language)
    {
        string[] total = chart.Series.Count > 1 ? [new ChartWords(language).Total] : [];
        var totals = chart.Totals();
        return new DocumentBlock.Table(
            chart.Heading,
            [chart.CategoryHeading, .. chart.Series.Select(each => each.Name), .. total],
            chart.Categories.Select((category, index) => Row(category, [
                .. chart.Series.Select(each => (decimal)each.Values[index]),
                .. total.Select(_ => totals[index]),
            ])).ToValueList());

        ValueList<InlineText> Row(string category, IEnumerable<decimal> numbers) =>
            [category, .. numbers.Select(number => (InlineText)WholeNumber.Write(number, language))];
    }
}
