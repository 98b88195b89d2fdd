using System.Text;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// The key of a person as one text. A key of one part is that part as it is, so that a statement can join the application's table on it.
/// </summary>
internal static class SubjectKeyText
{
    /// <summary>Stands between the parts of a key.</summary>
    public const char Separator = '\u001f';

    /// <summary>Stands before what is part of a part, and would mean something else.</summary>
    public const char Escape = '\u001b';

    /// <summary>The text of a key.</summary>
    /// <exception cref="ArgumentException">GDPR1150: the text is too long.</exception>
    public static string Of(SubjectId subject)
    {
        var text = Join(subject);
        return text.Length <= LedgerTables.SubjectKeyLength
            ? text
            : throw new ArgumentException(
                $"{LedgerStoreMessages.SubjectKeyTooLong}: the key of a person has {text.Length} characters; {LedgerTables.SubjectKeyLength} fit. Map the key of the row, not a text about the person.", nameof(subject));
    }

    /// <summary>Whether a key has a text that is not too long.</summary>
    public static bool Fits(SubjectId subject) => Join(subject).Length <= LedgerTables.SubjectKeyLength;

    /// <summary>The person whose key was written as a text.</summary>
    public static SubjectId Read(string kind, string text)
    {
        var parts = new List<object>();
        var part = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == Separator)
            {
                parts.Add(part.ToString());
                part.Clear();
            }
            else
            {
                // A mark at the very end stands for itself: nothing that is stored is too odd to be read.
                part.Append(text[i] == Escape && i + 1 < text.Length ? text[++i] : text[i]);
            }
        }

        return SubjectId.Of(Key<SubjectKind>.Parse(kind), [.. parts, part.ToString()]);
    }

    private static string Join(SubjectId subject)
    {
        var text = new StringBuilder();
        for (var i = 0; i < subject.Key.Count; i++)
        {
            if (i > 0)
            {
                text.Append(Separator);
            }

            foreach (var character in subject.Key[i])
            {
                if (character is Separator or Escape)
                {
                    text.Append(Escape);
                }

                text.Append(character);
            }
        }

        return text.ToString();
    }
}
