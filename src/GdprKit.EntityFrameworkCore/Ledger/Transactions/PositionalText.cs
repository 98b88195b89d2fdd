using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace GdprKit.EntityFrameworkCore;

/// <summary>
/// Statements with numbers instead of names for their values. Npgsql reads a text with names again for every command, which for a long
/// statement takes longer than much else; with numbers it sends the text as it is.
/// </summary>
internal static partial class PositionalText
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>A constant statement, whose values are always given in the same order, with the number of each in the place of its name.</summary>
    public static string Of(string text, Argument[] arguments) => Known.GetOrAdd(
        text,
        static (text, arguments) => Names().Replace(text, name => $"${1 + Array.FindIndex(arguments, argument => argument.Name == name.Value)}"),
        arguments);

    [GeneratedRegex("@[a-z0-9_]+")]
    private static partial Regex Names();
}
