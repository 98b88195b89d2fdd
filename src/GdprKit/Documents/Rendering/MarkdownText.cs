using System.Text;
using System.Text.RegularExpressions;

namespace GdprKit.Documents;

/// <summary>Text as Markdown that says just that text: no character a user typed becomes markup (CommonMark 2.4; GFM 4.10, 6.5).</summary>
internal static partial class MarkdownText
{
    // Dots mean nothing in Markdown, wherever they stand.
    private const string BlankLine = "....................";

    private const string Special = "\\`*_{}[]<>&|~#$!";

    /// <summary>One line of text; a line break within it becomes what the surroundings allow.</summary>
    public static string Line(InlineText text, string lineBreak)
    {
        var line = new StringBuilder();
        foreach (var piece in text)
        {
            line.Append(piece switch
            {
                Inline.Text plain => Escape(plain.Value),
                Inline.Strong strong => Emphasise(strong.Value),
                Inline.Code code => Verbatim(code.Value),
                Inline.Link link => $"[{Escape(link.Label)}]({Destination(link.Address)})",
                Inline.Blank => BlankLine,
                _ => lineBreak,
            });
        }

        return string.Join('\n', line.ToString().Split('\n').Select(EscapeStart));
    }

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (Special.Contains(character, StringComparison.Ordinal))
            {
                escaped.Append('\\');
            }

            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A line may begin a list, a heading, a rule or an indented block only if the document says so.</summary>
    public static string EscapeStart(string line) => MarkerAtStart().Replace(line.TrimStart(' '), static match => $"{match.Groups["number"]}\\{match.Groups["mark"]}", 1);

    // Spaces within the asterisks would keep them from being emphasis.
    private static string Emphasise(string text)
    {
        var inner = text.Trim(' ');
        return inner.Length == 0
            ? text
            : $"{text[..(text.Length - text.TrimStart(' ').Length)]}**{Escape(inner)}**{text[text.TrimEnd(' ').Length..]}";
    }

    // In a code span nothing is escaped: what would end it, or a cell of a table around it, is written as text instead.
    private static string Verbatim(string code) =>
        code.Trim(' ').Length == code.Length && code.Length > 0 && !code.AsSpan().ContainsAny('`', '|') ? $"`{code}`" : Escape(code);

    private static string Destination(string address) => address
        .Replace("(", "%28", StringComparison.Ordinal)
        .Replace(")", "%29", StringComparison.Ordinal)
        .Replace("&", "&amp;", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?<number>[0-9]{1,9})(?<mark>[.)])(?= |$)|(?<number>)(?<mark>[-+=]))")]
    private static partial Regex MarkerAtStart();
}
