using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>A country by its two-letter code (ISO 3166-1 alpha-2): <c>NL</c>. <c>default</c> is no country.</summary>
public readonly record struct CountryCode : IParsable<CountryCode>
{
    private readonly string? _code;

    private CountryCode(string code) => _code = code;

    /// <summary>The two capital letters; empty for <c>default</c>.</summary>
    public string Code => _code ?? "";

    /// <summary>Reads a country code, and says whether it was one.</summary>
    /// <param name="s">Two letters.</param>
    /// <param name="result">The country, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out CountryCode result) => TryParse(s, null, out result);

    /// <inheritdoc cref="TryParse(string?, out CountryCode)"/>
    /// <param name="s">Two letters.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The country, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CountryCode result)
    {
        result = s is { Length: 2 } && char.IsAsciiLetter(s[0]) && char.IsAsciiLetter(s[1]) ? new CountryCode(s.ToUpperInvariant()) : default;
        return result != default;
    }

    /// <summary>Reads a country code.</summary>
    /// <param name="s">Two letters.</param>
    /// <param name="provider">Not used.</param>
    /// <exception cref="FormatException">GDPR1012: the text is not a country.</exception>
    public static CountryCode Parse(string s, IFormatProvider? provider = null) => TryParse(s, provider, out var country)
        ? country
        : throw new FormatException($"{RegisterMessages.CountryMalformed}: '{Excerpt.Of(s)}' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.");

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;
}
