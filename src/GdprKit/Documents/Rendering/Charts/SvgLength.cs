using System.Globalization;

namespace GdprKit.Documents;

/// <summary>
/// Writes a length in SVG. Across, a drawing is measured in parts of its width, and upwards in the size of its letters: so letters
/// stay as large as the reader wants them on any screen.
/// </summary>
internal static class SvgLength
{
    public static string Em(double length) => Write(length, "em");

    /// <summary>A part of the width, 1 for all of it.</summary>
    public static string Part(double part) => Write(part * 100, "%");

    private static string Write(double number, string unit) => number.ToString("0.###", CultureInfo.InvariantCulture) + unit;
}
