using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace GdprKit.Ledger;

/// <summary>What names in the ledger may look like: ASCII only, so that no collation of a database can take one for another.</summary>
internal static partial class NameSyntax
{
    public const string Remedy = "Begin with a lower-case letter, then use lower-case letters, digits, single hyphens and single dots, at most 64 characters: 'consent.given'.";

    // Neither a blank nor an @: names of people and e-mail addresses are no keys.
    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/");

    public static bool IsName([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LedgerLimits.NameLength } && Name().IsMatch(text) && !text.EndsWith('\n');

    public static bool IsKey([NotNullWhen(true)] string? text) =>
        text is { Length: <= LedgerLimits.KeyLength } && !text.AsSpan().ContainsAnyExcept(KeyCharacters);

    [GeneratedRegex("^[a-z][a-z0-9]*([-.][a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
