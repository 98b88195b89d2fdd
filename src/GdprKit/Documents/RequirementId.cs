using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Documents;

/// <summary>
/// The id of a legal requirement that a part of a document fulfils, for example item <c>N11</c> of a privacy notice. In HTML it
/// stands in the attribute <c>data-gdpr-item</c>, so that an auditor or a test finds the part.
/// </summary>
/// <remarks>
/// ASCII letters, digits, dots and hyphens, beginning with a letter; at most 40 characters. Compared ordinally.
/// <c>default</c> is no id. Safe for use by several threads.
/// </remarks>
public readonly record struct RequirementId : IParsable<RequirementId>
{
    private const int MaximumLength = 40;

    private readonly string? _value;

    private RequirementId(string value) => _value = value;

    /// <summary>Reads the id of a requirement.</summary>
    /// <param name="s">The id, for example <c>N11</c>.</param>
    /// <exception cref="FormatException">GDPR1004: the text is not the id of a requirement.</exception>
    public static RequirementId Parse(string s) => TryParse(s, out var id)
        ? id
        : throw new FormatException($"{DocumentMessages.RequirementMalformed}: '{Excerpt.Of(s)}' is not the id of a requirement. Use letters, digits, dots and hyphens, and begin with a letter: 'N11'.");

    /// <summary>Reads the id of a requirement, and says whether it was one.</summary>
    /// <param name="s">The id.</param>
    /// <param name="result">The id, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out RequirementId result)
    {
        result = IsValid(s) ? new RequirementId(s) : default;
        return result != default;
    }

    static RequirementId IParsable<RequirementId>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<RequirementId>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RequirementId result) => TryParse(s, out result);

    /// <summary>The text of the id; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";

    private static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaximumLength }
        && char.IsAsciiLetter(text[0])
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-');
}
