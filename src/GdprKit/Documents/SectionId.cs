using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Documents;

/// <summary>The name of a section within its document, by which it can be linked to: <c>your-rights</c>.</summary>
/// <remarks>
/// A lower-case letter, then lower-case letters, digits and single hyphens; at most 100 characters. Compared ordinally.
/// <c>default</c> is no id and is refused by a section. Safe for use by several threads.
/// </remarks>
public readonly record struct SectionId : IParsable<SectionId>
{
    private const int MaximumLength = 100;

    private readonly string? _value;

    private SectionId(string value) => _value = value;

    /// <summary>Reads the id of a section.</summary>
    /// <param name="s">The id, for example <c>your-rights</c>.</param>
    /// <exception cref="FormatException">GDPR1003: the text is not the id of a section.</exception>
    public static SectionId Parse(string s) => TryParse(s, out var id)
        ? id
        : throw new FormatException($"{DocumentMessages.SectionIdMalformed}: '{Excerpt.Of(s)}' is not the id of a section. Use lower-case letters, digits and single hyphens, and begin with a letter: 'your-rights'.");

    /// <summary>Reads the id of a section, and says whether it was one.</summary>
    /// <param name="s">The id.</param>
    /// <param name="result">The id, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out SectionId result)
    {
        result = IsValid(s) ? new SectionId(s) : default;
        return result != default;
    }

    static SectionId IParsable<SectionId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<SectionId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SectionId result) => TryParse(s, out result);

    /// <summary>The text of the id; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";

    // Double hyphens are left to the renderer, for the ids that it makes itself.
    private static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaximumLength }
        && char.IsAsciiLetterLower(text[0])
        && text.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && !text.Contains("--", StringComparison.Ordinal)
        && !text.EndsWith('-');
}
