using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>
/// The language of a text, by its primary subtag (ISO 639, as BCP 47 uses it): <c>nl</c>, <c>en</c>. Compared without
/// regard to case and kept in lower case; regions are not told apart, because a privacy notice is written per language.
/// </summary>
/// <remarks><c>default</c> is no language; it prints as <c>und</c> (undetermined). Safe for use by several threads.</remarks>
public readonly record struct Language : IParsable<Language>
{
    private readonly string? _code;

    private Language(string code) => _code = code;

    /// <summary>Dutch, <c>nl</c>.</summary>
    public static Language Dutch { get; } = new("nl");

    /// <summary>English, <c>en</c>.</summary>
    public static Language English { get; } = new("en");

    /// <summary>The two or three lower-case letters; <c>und</c> for <c>default</c>.</summary>
    public string Code => _code ?? "und";

    /// <summary>What the language calls itself, for a link to a page in it: "Nederlands", "English"; the code where that is not known.</summary>
    public string Endonym => Code switch
    {
        "nl" => "Nederlands",
        "en" => "English",
        _ => Code,
    };

    /// <summary>Reads a language tag: two or three letters, optionally followed by subtags, which are left out (<c>nl-BE</c> is <c>nl</c>).</summary>
    /// <param name="s">The tag.</param>
    /// <exception cref="FormatException">GDPR1001: the text is not a language tag.</exception>
    public static Language Parse(string s) => TryParse(s, out var language)
        ? language
        : throw new FormatException($"{DocumentMessages.LanguageMalformed}: '{Excerpt.Of(s)}' is not a language tag. Use the two-letter code of the language, for example 'nl' or 'en'.");

    /// <summary>Reads a language tag, and says whether it was one.</summary>
    /// <param name="s">The tag.</param>
    /// <param name="result">The language, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out Language result)
    {
        var primary = s.AsSpan();
        var separator = primary.IndexOfAny('-', '_');
        if (separator >= 0)
        {
            primary = primary[..separator];
        }

        if (primary.Length is not (2 or 3) || primary.ContainsAnyExcept(Letters))
        {
            result = default;
            return false;
        }

        result = new Language(primary.ToString().ToLowerInvariant());
        return true;
    }

    static Language IParsable<Language>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Language>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Language result) => TryParse(s, out result);

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
}
