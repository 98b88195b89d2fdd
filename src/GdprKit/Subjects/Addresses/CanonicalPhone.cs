using System.Collections.Frozen;

namespace GdprKit.Subjects;

/// <summary>The one form of a telephone number (ITU-T E.164), as <see cref="MarketingAddress"/> documents it.</summary>
internal static class CanonicalPhone
{
    // E.164, 6.2.1: 15 digits at most, the calling code included. Shorter ones than 7 are no subscriber's.
    private const int MostDigits = 15;

    private const int FewestDigits = 7;

    private const int LongestCode = 3;

    /// <summary>Calling code and national prefix: what is dialled within the country before the number, and is no part of it.</summary>
    private static readonly FrozenDictionary<string, (string Code, string Prefix)> Countries = new Dictionary<string, (string, string)>
    {
        ["AT"] = ("43", "0"),
        ["BE"] = ("32", "0"),
        ["BG"] = ("359", "0"),
        ["CH"] = ("41", "0"),
        ["CY"] = ("357", ""),
        ["CZ"] = ("420", ""),
        ["DE"] = ("49", "0"),
        ["DK"] = ("45", ""),
        ["EE"] = ("372", ""),
        ["ES"] = ("34", ""),
        ["FI"] = ("358", "0"),
        ["FR"] = ("33", "0"),
        ["GB"] = ("44", "0"),
        ["GR"] = ("30", ""),
        ["HR"] = ("385", "0"),
        ["HU"] = ("36", "06"),
        ["IE"] = ("353", "0"),
        ["IS"] = ("354", ""),

        // The zero of an Italian number is a part of it.
        ["IT"] = ("39", ""),
        ["LI"] = ("423", ""),
        ["LT"] = ("370", "0"),
        ["LU"] = ("352", ""),
        ["LV"] = ("371", ""),
        ["MT"] = ("356", ""),
        ["NL"] = ("31", "0"),
        ["NO"] = ("47", ""),
        ["PL"] = ("48", ""),
        ["PT"] = ("351", ""),
        ["RO"] = ("40", "0"),
        ["SE"] = ("46", "0"),
        ["SI"] = ("386", "0"),
        ["SK"] = ("421", "0"),
        ["US"] = ("1", "1"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> PrefixOfCode = Countries.Values.ToFrozenDictionary(country => country.Code, country => country.Prefix);

    public static string? Of(string? number, CountryCode? country)
    {
        if (number is null || CanonicalText.Decompose(number.Trim()) is not { } text)
        {
            return null;
        }

        var isInternational = text.StartsWith('+');
        var rest = isInternational ? text[1..] : text;
        if (!rest.All(IsOfNumber))
        {
            return null;
        }

        var digits = Digits(rest);
        return isInternational ? International(rest)
            : digits.StartsWith("00", StringComparison.Ordinal) ? International(rest[(rest.IndexOf('0', rest.IndexOf('0', StringComparison.Ordinal) + 1) + 1)..])
            : National(digits, country);
    }

    // People write the national prefix also behind the calling code, with parentheses around it or without: +31 (0)6.
    private static string? International(string written)
    {
        var digits = Digits(written);
        for (var length = 1; length <= LongestCode && length < digits.Length; length++)
        {
            if (PrefixOfCode.TryGetValue(digits[..length], out var prefix))
            {
                return Complete(digits[..length] + Without(prefix, digits[length..]));
            }
        }

        return Complete(Digits(written.Replace("(0)", "", StringComparison.Ordinal)));
    }

    private static string Digits(string written) => string.Concat(written.Where(char.IsAsciiDigit));

    private static string? National(string digits, CountryCode? country)
    {
        if (country is not { } known || !Countries.TryGetValue(known.Code, out var numbering))
        {
            return null;
        }

        // Without its prefix it may be one that lacks its plus, and two forms of one number must not be two numbers.
        var (code, prefix) = numbering;
        return prefix.Length > 0 && !digits.StartsWith(prefix, StringComparison.Ordinal) && digits.StartsWith(code, StringComparison.Ordinal)
            ? null
            : Complete(code + Without(prefix, digits));
    }

    private static string Without(string prefix, string digits) => prefix.Length > 0 && digits.StartsWith(prefix, StringComparison.Ordinal) ? digits[prefix.Length..] : digits;

    private static string? Complete(string digits) => digits.Length is >= FewestDigits and <= MostDigits && digits[0] != '0' ? $"+{digits}" : null;

    private static bool IsOfNumber(char letter) => char.IsAsciiDigit(letter) || char.IsWhiteSpace(letter) || letter is '-' or '.' or '/' or '(' or ')' or '\u2010' or '\u2011' or '\u2013';
}
