using System.Collections.Frozen;
using System.Globalization;

namespace GdprKit.Samples.Crm.Data;

/// <summary>The countries the shop sells to. The database has their English names; people read them in their own language.</summary>
public static class Countries
{
    private static readonly FrozenDictionary<string, string> CodeByName = new Dictionary<string, string>
    {
        ["Argentina"] = "AR",
        ["Australia"] = "AU",
        ["Austria"] = "AT",
        ["Belgium"] = "BE",
        ["Brazil"] = "BR",
        ["Bulgaria"] = "BG",
        ["Canada"] = "CA",
        ["Chile"] = "CL",
        ["Croatia"] = "HR",
        ["Cyprus"] = "CY",
        ["Czech Republic"] = "CZ",
        ["Denmark"] = "DK",
        ["Estonia"] = "EE",
        ["Finland"] = "FI",
        ["France"] = "FR",
        ["Germany"] = "DE",
        ["Greece"] = "GR",
        ["Hungary"] = "HU",
        ["Iceland"] = "IS",
        ["India"] = "IN",
        ["Ireland"] = "IE",
        ["Italy"] = "IT",
        ["Latvia"] = "LV",
        ["Liechtenstein"] = "LI",
        ["Lithuania"] = "LT",
        ["Luxembourg"] = "LU",
        ["Malta"] = "MT",
        ["Netherlands"] = "NL",
        ["Norway"] = "NO",
        ["Poland"] = "PL",
        ["Portugal"] = "PT",
        ["Romania"] = "RO",
        ["Slovakia"] = "SK",
        ["Slovenia"] = "SI",
        ["Spain"] = "ES",
        ["Sweden"] = "SE",
        ["Switzerland"] = "CH",
        ["USA"] = "US",
        ["United Kingdom"] = "GB",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public const string Netherlands = "Netherlands";

    /// <summary>The names as the database has them.</summary>
    public static IReadOnlyCollection<string> Names => CodeByName.Keys;

    /// <summary>The countries with the word in their name, in English or in the language of the reader.</summary>
    public static string[] Matching(string word) =>
        [.. Names.Where(name => new[] { name, DisplayName(name) }.Any(known => known!.Contains(word, StringComparison.CurrentCultureIgnoreCase)))];

    /// <summary>The two-letter code of a country, as the database has its name; <see langword="null"/> of one that is not in the list.</summary>
    public static CountryCode? CodeOf(string? name) => name is not null && CodeByName.TryGetValue(name, out var code) ? CountryCode.Parse(code) : null;

    /// <summary>The name in the language of the reader; a country that is not in the list keeps the name it has.</summary>
    public static string? DisplayName(string? name) =>
        name is not null && CodeByName.TryGetValue(name, out var code)
            ? new RegionInfo($"{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}-{code}").DisplayName
            : name;
}
