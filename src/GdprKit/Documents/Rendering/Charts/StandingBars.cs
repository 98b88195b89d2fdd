namespace GdprKit.Documents;

/// <summary>Draws bars side by side above an axis of moments, with round numbers at their left.</summary>
/// <remarks>
/// The numbers are a drawing of their own, so that they stay where they are when many bars are scrolled past them. Labels at the axis
/// are laid out twice, see <see cref="ChartLayout"/>.
/// </remarks>
internal sealed class StandingBars
{
    private const double Top = 0.75;

    private const double Height = 14;

    private const double Bottom = Top + Height;

    private const double LineHeight = 1.25;

    /// <summary>A value that is not zero is seen, however small.</summary>
    private const double LeastHeight = 0.12;

    private readonly HtmlText _html;

    private readonly ChartDrawing _drawing;

    private readonly ChartScale _scale;

    private readonly string[] _marks;

    private readonly int _slots;

    private StandingBars(HtmlText html, ChartDrawing drawing)
    {
        _html = html;
        _drawing = drawing;
        _scale = ChartScale.For(drawing.Totals.Max());
        _marks = [.. _scale.Marks.Select(drawing.Number)];
        // One bar alone is no wall.
        _slots = Math.Max(drawing.Totals.Count, 4);
    }

    /// <summary>The room that the numbers at the left take.</summary>
    private double AxisWidth => _marks.Max(ChartLabel.Width) + 0.6;

    /// <summary>The least room in which the bars can be told apart; patterns need more of it.</summary>
    private double LeastWidth => _slots * (_drawing.Chart.Series.Count > 1 ? 0.75 : 0.45);

    public static void Write(HtmlText html, ChartDrawing drawing) => new StandingBars(html, drawing).Write();

    private void Write()
    {
        var labels = new StandingLabels(_drawing.Chart.Categories, _slots, Bottom, LineHeight);
        var height = Bottom + 0.5 + (labels.MostLines * LineHeight);
        // What can be scrolled can be reached by keyboard.
        var view = LeastWidth > ChartLayout.Narrow.Width - AxisWidth ? $" tabindex=\"0\" role=\"group\" aria-labelledby=\"{_drawing.CaptionId}\"" : "";

        _html.Line("<div class=\"gdprkit-chart-plot\">");
        WriteAxis(height);
        _html.Line($"<div class=\"gdprkit-chart-view\"{view}>");
        _drawing.WriteStart(_html, SvgLength.Em(LeastWidth), height);
        WriteLines();
        WriteBars();
        WriteNothing();
        // On paper all bars are pressed into its width, however many they are.
        labels.Write(_html, ChartLayout.Wide, ChartLayout.Wide.Width - AxisWidth);
        labels.Write(_html, ChartLayout.Narrow, Math.Max(LeastWidth, ChartLayout.Narrow.Width - AxisWidth));
        _html.Line("</svg>").Line("</div>").Line("</div>");
    }

    private void WriteAxis(double height)
    {
        _html.Line($"<svg width=\"{SvgLength.Em(AxisWidth)}\" height=\"{SvgLength.Em(height)}\" aria-hidden=\"true\">");
        for (var index = 0; index < _marks.Length; index++)
        {
            _html.Line($"<text x=\"100%\" y=\"{SvgLength.Em(LevelOf(index))}\" dx=\"-0.5em\" dy=\"0.35em\" text-anchor=\"end\" fill=\"currentColor\">{HtmlText.Encode(_marks[index])}</text>");
        }

        _html.Line("</svg>");
    }

    private void WriteLines()
    {
        for (var index = 0; index < _marks.Length; index++)
        {
            var kind = index == 0 ? "gdprkit-chart-base" : "gdprkit-chart-line";
            var level = SvgLength.Em(LevelOf(index));
            _html.Line($"<line class=\"{kind}\" x1=\"0\" x2=\"100%\" y1=\"{level}\" y2=\"{level}\" stroke=\"currentColor\" stroke-opacity=\"{(index == 0 ? "1" : "0.3")}\"/>");
        }
    }

    private void WriteNothing()
    {
        if (_drawing.Totals.Max() == 0)
        {
            _html.Line($"<text x=\"50%\" y=\"{SvgLength.Em(Top + (Height / 2))}\" text-anchor=\"middle\" fill=\"currentColor\"{_drawing.Words.Mark}>{_drawing.Words.AllZero}</text>");
        }
    }

    private double LevelOf(int mark) => Bottom - (Height * mark / _scale.Steps);

    private void WriteBars()
    {
        const double Share = 0.72;
        for (var category = 0; category < _drawing.Totals.Count; category++)
        {
            var whole = Math.Max(Height * (double)(_drawing.Totals[category] / _scale.Top), LeastHeight);
            var left = SvgLength.Part((category + ((1 - Share) / 2)) / _slots);
            var width = SvgLength.Part(Share / _slots);
            foreach (var (series, start, end) in _drawing.PartsOf(category))
            {
                _html.Line($"<rect {_drawing.Fills[series].Attributes} x=\"{left}\" y=\"{SvgLength.Em(Bottom - (whole * end))}\" width=\"{width}\" height=\"{SvgLength.Em(whole * (end - start))}\">{_drawing.Tip(category, series)}</rect>");
            }
        }
    }
}
