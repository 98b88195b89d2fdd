namespace GdprKit.Documents;

/// <summary>A label at the axis: its text in one or two lines, and the room that these take.</summary>
internal static class ChartLabel
{
    // Of a letter, in em; system fonts measure from 0.5 to 0.6 on average.
    private const double LetterWidth = 0.58;

    /// <summary>The text in two lines where it has a space, broken so that the longer line is as short as can be.</summary>
    public static IReadOnlyList<string> Lines(string text, int longest)
    {
        var best = Enumerable.Range(0, text.Length)
            .Where(index => text[index] == ' ')
            .DefaultIfEmpty(-1)
            .MinBy(index => Math.Max(index, text.Length - index - 1));
        return best < 0 ? [Shorten(text, longest)] : [Shorten(text[..best], longest), Shorten(text[(best + 1)..], longest)];
    }

    /// <summary>How wide a line is, in em.</summary>
    public static double Width(string line) => line.Length * LetterWidth;

    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string Shorten(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        var end = longest - 1;
        return $"{text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)].TrimEnd()}…";
    }
}
