namespace GdprKit.Documents;

/// <summary>What both drawings of a chart need: its ids in the page, its words, its fills, and how a bar is divided.</summary>
internal sealed class ChartDrawing(DocumentBlock.Chart chart, string id, Language language)
{
    public DocumentBlock.Chart Chart => chart;

    public ChartWords Words { get; } = new(language);

    public IReadOnlyList<ChartFill> Fills { get; } = ChartFill.For(chart, id);

    public ValueList<decimal> Totals { get; } = chart.Totals();

    // Ids of sections hold no double hyphen, so none of these can be one.
    public string CaptionId => $"{id}--caption";

    public string Number(decimal number) => WholeNumber.Write(number, language);

    /// <summary>The beginning of the drawing: what it is, what there is to see in it, its patterns.</summary>
    public void WriteStart(HtmlText html, string width, double height)
    {
        html.Line($"<svg width=\"{width}\" height=\"{SvgLength.Em(height)}\" role=\"img\" aria-labelledby=\"{id}--title\" aria-describedby=\"{id}--text\">")
            .Line($"<title id=\"{id}--title\">{HtmlText.Encode(chart.Heading)}</title>")
            .Line($"<desc id=\"{id}--text\"{Words.Mark}>{HtmlText.Encode(Words.Description(chart))}</desc>");
        if (Fills.Count > 1)
        {
            html.Line($"<defs>{string.Concat(Fills.Select(fill => fill.Definition))}</defs>");
        }
    }

    /// <summary>The parts of a bar that are not zero: the series, and where its part begins and ends along the whole bar, 0 to 1.</summary>
    public IEnumerable<(int Series, double Start, double End)> PartsOf(int category)
    {
        var before = 0m;
        for (var index = 0; index < chart.Series.Count; index++)
        {
            var value = chart.Series[index].Values[category];
            if (value > 0)
            {
                yield return (index, (double)(before / Totals[category]), (double)((before + value) / Totals[category]));
                before += value;
            }
        }
    }

    /// <summary>What a part of a bar says to who points at it.</summary>
    public string Tip(int category, int index)
    {
        var series = chart.Series[index];
        var name = chart.Series.Count > 1 ? $", {series.Name}" : "";
        return $"<title>{HtmlText.Encode($"{chart.Categories[category]}{name}: {Number(series.Values[category])}")}</title>";
    }
}
