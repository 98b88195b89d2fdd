using System.Text;

namespace GdprKit.Documents;

/// <summary>Makes running text of what a user typed, before any renderer sees it.</summary>
internal static class PlainText
{
    /// <summary>
    /// White space and control characters become one space, half a surrogate pair becomes U+FFFD: so no renderer meets a
    /// character that its format cannot hold, and a line break is only where the document says so.
    /// </summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Rune.IsControl(rune) && !Rune.IsWhiteSpace(rune))
            {
                clean.Append(rune);
            }
            else if (IsKept(rune))
            {
                clean.Append(rune);
            }
            else if (clean.Length == 0 || clean[^1] != ' ')
            {
                clean.Append(' ');
            }
        }

        return clean.ToString();
    }

    /// <summary>The text of a title, a heading or a caption.</summary>
    /// <exception cref="ArgumentException">GDPR1005: nothing is left of it.</exception>
    public static string Heading(string text, string parameter) => Clean(text).Trim() is { Length: > 0 } heading
        ? heading
        : throw new ArgumentException($"{DocumentMessages.HeadingMissing}: a title, heading or caption is empty. Give it a text.", parameter);

    // A space that must not break ("€ 10", "art. 6") is chosen on purpose.
    private static bool IsKept(Rune rune) => rune.Value is '\u00A0' or '\u202F';
}
