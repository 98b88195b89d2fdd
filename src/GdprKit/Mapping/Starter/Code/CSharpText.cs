using System.Text;

namespace GdprKit.Mapping;

/// <summary>Texts as C# writes them.</summary>
internal static class CSharpText
{
    /// <summary>The text as a literal, on one line.</summary>
    public static string Literal(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var letter in text)
        {
            literal.Append(letter switch
            {
                '"' => "\\\"",
                '\\' => @"\\",
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => $"\\u{(int)letter:x4}",
                _ => letter.ToString(),
            });
        }

        return literal.Append('"').ToString();
    }

    /// <summary>The two languages as the builders take them: <c>nl: "naam", en: "name"</c>.</summary>
    public static string Arguments(LocalizedText text) => $"nl: {Literal(text[Language.Dutch])}, en: {Literal(text[Language.English])}";

    /// <summary>Names as somebody enumerates them: <c>'a', 'b' and 'c'</c>.</summary>
    public static string Enumerate(IReadOnlyList<string> texts) => texts.Count < 2
        ? string.Concat(texts)
        : $"{string.Join(", ", texts.Take(texts.Count - 1))} and {texts[^1]}";
}
