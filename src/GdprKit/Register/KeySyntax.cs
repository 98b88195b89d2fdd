using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace GdprKit;

/// <summary>What a key may look like; the JSON Schema of the register file holds the same pattern.</summary>
internal static partial class KeySyntax
{
    public const string Pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    public const int MaximumLength = 64;

    /// <summary>Keys of GdprKit's own records begin so; a host's may not.</summary>
    public const string ReservedPrefix = "gdprkit-";

    public const string Remedy = "Begin with a lower-case letter, then use lower-case letters, digits and single hyphens, at most 64 characters: 'email-address'.";

    public static bool IsValid([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= MaximumLength } && Expression().IsMatch(text) && !text.EndsWith('\n');

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Expression();
}
