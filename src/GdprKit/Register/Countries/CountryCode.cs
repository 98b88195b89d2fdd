using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>A country by its two-letter code (ISO 3166-1 alpha-2): <c>NL</c>.</summary>
/// <remarks>
/// One of the 249 codes that are assigned officially; reserved codes such as <c>EU</c> and <c>UK</c> are none. Read without regard
/// to case and kept in capitals. <c>default</c> is no country. Safe for use by several threads.
/// </remarks>
public readonly record struct CountryCode : IParsable<CountryCode>
{
    private readonly string? _code;

    private CountryCode(string code) => _code = code;

    /// <summary>The two capital letters; empty for <c>default</c>.</summary>
    public string Code => _code ?? "";

    /// <summary>
    /// Whether data that go there stay under the GDPR: the 27 member states of the Union, and Iceland, Liechtenstein and Norway, where
    /// the Regulation applies through decision 154/2018 of the EEA Joint Committee. Elsewhere Chapter V asks for a safeguard.
    /// </summary>
    /// <remarks>
    /// As of 2026. Parts of a member state that have a code of their own count where the Treaties apply in full (Art. 355 TFEU): the
    /// French outermost regions and Åland. Overseas countries and territories, Greenland, the Faroe Islands and Svalbard do not count.
    /// </remarks>
    public bool IsInEuropeanEconomicArea => CountryTable.EuropeanEconomicArea.Contains(Code);

    /// <summary>Reads a country code.</summary>
    /// <param name="s">Two letters.</param>
    /// <exception cref="FormatException">GDPR1012: the text is not the code of a country.</exception>
    public static CountryCode Parse(string s) => TryParse(s, out var country)
        ? country
        : throw new FormatException($"{RegisterMessages.CountryMalformed}: '{Excerpt.Of(s)}' is not a country. Use the two-letter code of ISO 3166-1, for example 'NL'.");

    /// <summary>Reads a country code, and says whether it was one.</summary>
    /// <param name="s">Two letters.</param>
    /// <param name="result">The country, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out CountryCode result)
    {
        result = s is { Length: 2 } && CountryTable.Contains(s.ToUpperInvariant()) ? new CountryCode(s.ToUpperInvariant()) : default;
        return result != default;
    }

    static CountryCode IParsable<CountryCode>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<CountryCode>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CountryCode result) => TryParse(s, out result);

    /// <summary>What the country is called, as it stands in a list: "Verenigde Staten", "United States".</summary>
    /// <param name="language">Dutch or English.</param>
    /// <returns>The name; empty for <c>default</c>.</returns>
    /// <exception cref="NotSupportedException">GDPR1020: the language is another one.</exception>
    public string NameIn(Language language) => CountryTable.NameOf(Code, language).Name;

    /// <summary>What the country is called, as it stands in a sentence after a preposition: "de Verenigde Staten", "the United States", "Frankrijk".</summary>
    /// <inheritdoc cref="NameIn"/>
    public string NameInSentence(Language language)
    {
        var (article, name) = CountryTable.NameOf(Code, language);
        return article.Length == 0 ? name : $"{article} {name}";
    }

    /// <inheritdoc cref="Code"/>
    public override string ToString() => Code;
}
