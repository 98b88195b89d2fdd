using System.Globalization;
using System.Text.RegularExpressions;

namespace GdprKit.Documents;

/// <summary>Bars stand out against the page (WCAG 2.2, 1.4.11), letters of the axis are read (1.4.3), on a light and on a dark screen.</summary>
public sealed partial class ChartContrastTests
{
    public static TheoryData<string> Screens => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Screens))]
    public void Every_series_stands_out_against_the_page(string screen)
    {
        var colours = Colours(screen);

        for (var series = 1; series <= DocumentBlock.Chart.MaximumSeries; series++)
        {
            Contrast(colours[$"bar-{series}"], colours["surface"]).Should().BeGreaterThanOrEqualTo(3, "series {0} lies on the page", series);
        }
    }

    [Theory]
    [MemberData(nameof(Screens))]
    public void What_stands_at_the_axis_is_read_against_the_page(string screen)
    {
        var colours = Colours(screen);

        Contrast(colours["muted"], colours["surface"]).Should().BeGreaterThanOrEqualTo(4.5);
    }

    private static Dictionary<string, string> Colours(string screen)
    {
        var css = DocumentStyle.Css;
        var colours = Read(css[..css.IndexOf('}', StringComparison.Ordinal)]);
        if (screen == "dark")
        {
            var dark = css[css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal)..];
            foreach (var (name, value) in Read(dark[..dark.IndexOf('}', StringComparison.Ordinal)]))
            {
                colours[name] = value;
            }
        }

        return colours.ToDictionary(colour => colour.Key, colour => colour.Value == "var(--gdprkit-accent)" ? colours["accent"] : colour.Value);
    }

    private static Dictionary<string, string> Read(string rule) =>
        Property().Matches(rule).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);

    private static double Contrast(string one, string other)
    {
        var (first, second) = (Luminance(one), Luminance(other));
        return (Math.Max(first, second) + 0.05) / (Math.Min(first, second) + 0.05);
    }

    private static double Luminance(string colour)
    {
        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));

        double Channel(int start)
        {
            var part = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255d;
            return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
        }
    }

    [GeneratedRegex("--gdprkit-(?<name>[a-z0-9-]+): (?<value>[^;]+);")]
    private static partial Regex Property();
}
