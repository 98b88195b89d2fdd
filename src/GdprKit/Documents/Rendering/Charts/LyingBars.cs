namespace GdprKit.Documents;

/// <summary>Draws bars one below another, each below its label and its value, so that no axis is needed to read it.</summary>
internal static class LyingBars
{
    private const double RowHeight = 3.1;

    private const double LabelHeight = 1.4;

    private const double BarHeight = 0.9;

    /// <summary>A value that is not zero is seen, however small.</summary>
    private const double LeastLength = 0.005;

    // The outline of the longest bar lies within the drawing.
    private const double Longest = 0.995;

    public static void Write(HtmlText html, ChartDrawing drawing)
    {
        html.Line("<div class=\"gdprkit-chart-view\">");
        drawing.WriteStart(html, "100%", drawing.Totals.Count * RowHeight);
        for (var category = 0; category < drawing.Totals.Count; category++)
        {
            WriteRow(html, drawing, category, category * RowHeight);
        }

        html.Line("</svg>").Line("</div>");
    }

    private static void WriteRow(HtmlText html, ChartDrawing drawing, int category, double top)
    {
        var total = drawing.Number(drawing.Totals[category]);
        var baseline = SvgLength.Em(top + 1);
        WriteLabel(html, drawing.Chart.Categories[category], ChartLabel.Width(total) + 1, baseline);
        html.Line($"<text x=\"100%\" y=\"{baseline}\" text-anchor=\"end\" fill=\"currentColor\">{HtmlText.Encode(total)}</text>");
        WriteBar(html, drawing, category, top + LabelHeight);
    }

    // A label that is too long for a narrow screen is written twice; the style sheet shows one of the two.
    private static void WriteLabel(HtmlText html, string label, double taken, string baseline)
    {
        var (wide, narrow) = (Shorten(ChartLayout.Wide), Shorten(ChartLayout.Narrow));
        if (wide == narrow)
        {
            html.Line($"<text y=\"{baseline}\" fill=\"currentColor\">{HtmlText.Encode(wide)}</text>");
            return;
        }

        html.Line($"<text {ChartLayout.Wide.Attributes} y=\"{baseline}\" fill=\"currentColor\">{HtmlText.Encode(wide)}</text>")
            .Line($"<text {ChartLayout.Narrow.Attributes} y=\"{baseline}\" fill=\"currentColor\">{HtmlText.Encode(narrow)}</text>");

        string Shorten(ChartLayout layout) => ChartLabel.Shorten(label, (int)((layout.Width - taken) / ChartLabel.Width("x")));
    }

    private static void WriteBar(HtmlText html, ChartDrawing drawing, int category, double top)
    {
        var longest = drawing.Totals.Max();
        foreach (var (series, start, end) in drawing.PartsOf(category))
        {
            var whole = Math.Max((double)(drawing.Totals[category] / longest), LeastLength) * Longest;
            html.Line($"<rect {drawing.Fills[series].Attributes} x=\"{SvgLength.Part(whole * start)}\" y=\"{SvgLength.Em(top)}\" width=\"{SvgLength.Part(whole * (end - start))}\" height=\"{SvgLength.Em(BarHeight)}\">{drawing.Tip(category, series)}</rect>");
        }
    }
}
