namespace GdprKit.Documents;

/// <summary>Writes the labels below standing bars, as many as have room: all, or every second, third, twelfth.</summary>
internal sealed class StandingLabels
{
    private const int LongestLine = 16;

    private const double Between = 0.9;

    // Of months, quarters and years, the labels that stay are of the same season.
    private static readonly int[] Steps = [1, 2, 3, 4, 6, 12, 24, 36, 48, 60];

    private readonly IReadOnlyList<string>[] _labels;

    private readonly int _slots;

    private readonly double _top;

    private readonly double _lineHeight;

    public StandingLabels(ValueList<string> categories, int slots, double top, double lineHeight)
    {
        _labels = [.. categories.Select(category => ChartLabel.Lines(category, LongestLine))];
        _slots = slots;
        _top = top;
        _lineHeight = lineHeight;
        MostLines = _labels.Max(lines => lines.Count);
    }

    public int MostLines { get; }

    /// <summary>Writes the labels for a drawing whose bars have at least this width, in em.</summary>
    public void Write(HtmlText html, ChartLayout layout, double width)
    {
        var slot = width / _slots;
        var widest = _labels.Max(Width);
        var step = Steps.FirstOrDefault(step => step * slot >= widest + Between, _labels.Length);
        html.Line($"<g {layout.Attributes} fill=\"currentColor\">");
        for (var index = 0; index < _labels.Length; index += step)
        {
            // A label that stands for bars to its right begins at its own; the first is always there.
            if (step == 1)
            {
                WriteLines(html, _labels[index], (index + 0.5) / _slots, " text-anchor=\"middle\"");
            }
            else if (index == 0 || (index * slot) + Width(_labels[index]) <= width)
            {
                WriteMark(html, index);
                WriteLines(html, _labels[index], (double)index / _slots, "");
            }
        }

        html.Line("</g>");
    }

    private static double Width(IReadOnlyList<string> lines) => lines.Max(ChartLabel.Width);

    private void WriteMark(HtmlText html, int index)
    {
        var x = SvgLength.Part((double)index / _slots);
        html.Line($"<line class=\"gdprkit-chart-base\" x1=\"{x}\" x2=\"{x}\" y1=\"{SvgLength.Em(_top)}\" y2=\"{SvgLength.Em(_top + 0.35)}\" stroke=\"currentColor\"/>");
    }

    private void WriteLines(HtmlText html, IReadOnlyList<string> lines, double x, string anchor)
    {
        for (var line = 0; line < lines.Count; line++)
        {
            html.Line($"<text x=\"{SvgLength.Part(x)}\" y=\"{SvgLength.Em(_top + 0.25 + ((line + 1) * _lineHeight))}\"{anchor}>{HtmlText.Encode(lines[line])}</text>");
        }
    }
}
