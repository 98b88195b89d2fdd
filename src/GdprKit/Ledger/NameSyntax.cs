using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Ledger;

/// <summary>What names in the ledger may look like: ASCII only, so that no collation of a database can take one for another.</summary>
internal static class NameSyntax
{
    public const string Remedy = "Begin with a lower-case letter, then use lower-case letters, digits, single hyphens and single dots, at most 64 characters: 'consent.given'.";

    // Neither a blank nor an @: names of people and e-mail addresses are no keys.
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/");

    public static bool IsName([NotNullWhen(true)] string? text) => text is { Length: > 0 and <= LedgerLimits.NameLength } && IsName(text.AsSpan());

    public static bool IsKey([NotNullWhen(true)] string? text) =>
        text is { Length: <= LedgerLimits.KeyLength } && !text.AsSpan().ContainsAnyExcept(KeyCharacters);

    // Asked of every row that is read, so that it is no regular expression.
    private static bool IsName(ReadOnlySpan<char> text)
    {
        var isAfterSeparator = true;
        foreach (var character in text)
        {
            var isSeparator = character is '-' or '.';
            if (!IsLetterOrDigit(character) && (isAfterSeparator || !isSeparator))
            {
                return false;
            }

            isAfterSeparator = isSeparator;
        }

        return !isAfterSeparator && char.IsAsciiLetterLower(text[0]);
    }

    private static bool IsLetterOrDigit(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);
}
