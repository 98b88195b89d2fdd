using System.Globalization;

namespace GdprKit.Subjects;

/// <summary>The one form of an e-mail address, as <see cref="MarketingAddress"/> documents it.</summary>
internal static class CanonicalEmail
{
    // RFC 5321, 4.5.3.1.3: a path has 256 characters with its angle brackets.
    private const int LongestAddress = 254;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    public static string? Of(string? address)
    {
        if (address is null || CanonicalText.Compose(address.Trim()) is not { Length: > 0 and <= LongestAddress } text)
        {
            return null;
        }

        var at = text.LastIndexOf('@');
        var local = at > 0 ? text[..at] : "";
        return local.Length > 0 && local.All(IsOfLocalPart) && DomainOf(text[(at + 1)..]) is { } domain
            ? $"{local.ToLowerInvariant()}@{domain}"
            : null;
    }

    private static string? DomainOf(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain.TrimEnd('.').ToLowerInvariant()).ToLowerInvariant();
            return ascii.Contains('.', StringComparison.Ordinal) ? ascii : null;
        }
        catch (ArgumentException)
        {
            // Its message quotes the domain.
            return null;
        }
    }

    private static bool IsOfLocalPart(char letter) => !char.IsWhiteSpace(letter) && !char.IsControl(letter) && letter is not ('@' or '<' or '>' or '(' or ')' or '"' or ',' or ';' or ':' or '\\' or '[' or ']')
        && char.GetUnicodeCategory(letter) is not UnicodeCategory.Format;
}
