namespace GdprKit.Documents;

/// <summary>Writes a chart as a figure: its caption, what its fills mean, the drawing, and the same numbers as a table.</summary>
internal static class HtmlChart
{
    public static void Write(HtmlText html, DocumentBlock.Chart chart, string item)
    {
        var drawing = new ChartDrawing(chart, html.NextChart(), html.Language);
        html.Line($"<figure class=\"gdprkit-chart\"{item}>")
            .Line($"<figcaption id=\"{drawing.CaptionId}\">{HtmlText.Encode(chart.Heading)}</figcaption>")
            .Line("<div class=\"gdprkit-chart-drawing\">");
        WriteLegend(html, drawing);
        if (chart.IsHorizontal)
        {
            LyingBars.Write(html, drawing);
        }
        else
        {
            StandingBars.Write(html, drawing);
        }

        html.Line("</div>").Line("<details>").Line($"<summary{drawing.Words.Mark}>{drawing.Words.AsTable}</summary>");
        HtmlBlocks.Write(html, [ChartTable.Of(chart, html.Language)]);
        html.Line("</details>").Line("</figure>");
    }

    private static void WriteLegend(HtmlText html, ChartDrawing drawing)
    {
        var series = drawing.Chart.Series;
        if (series.Count == 1)
        {
            return;
        }

        html.Line("<ul class=\"gdprkit-legend\">");
        for (var index = 0; index < series.Count; index++)
        {
            html.Line($"<li><svg width=\"1em\" height=\"1em\" aria-hidden=\"true\"><rect width=\"100%\" height=\"100%\" {drawing.Fills[index].Attributes}/></svg> {HtmlText.Encode(series[index].Name)}</li>");
        }

        html.Line("</ul>");
    }
}
