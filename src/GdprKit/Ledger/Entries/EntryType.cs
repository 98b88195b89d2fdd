using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GdprKit.Ledger;

/// <summary>What an entry says, and in which version of its facts: <c>consent.given/1</c>.</summary>
/// <remarks>
/// A name for ever, because it stands in the database: lower-case letters, digits, single hyphens and dots, at most 64 characters; then
/// a slash and a version from 1 to 9999. Facts that change their shape get a new version. Compared by name, ordinally, then by version.
/// <c>default</c> is no type. Safe for use by several threads.
/// </remarks>
public readonly record struct EntryType : IParsable<EntryType>, IComparable<EntryType>
{
    private const int HighestVersion = 9999;

    private readonly string? _name;

    private EntryType(string name, int version) => (_name, Version) = (name, version);

    /// <summary>The name: <c>consent.given</c>; empty for <c>default</c>.</summary>
    public string Name => _name ?? "";

    /// <summary>The version of the facts, 1 or higher.</summary>
    public int Version { get; }

    /// <summary>Whether this is <c>default</c>, which names nothing.</summary>
    public bool IsDefault => _name is null;

    /// <summary>Whether one type comes before another.</summary>
    public static bool operator <(EntryType left, EntryType right) => left.CompareTo(right) < 0;

    /// <summary>Whether one type comes after another.</summary>
    public static bool operator >(EntryType left, EntryType right) => left.CompareTo(right) > 0;

    /// <summary>Whether one type does not come after another.</summary>
    public static bool operator <=(EntryType left, EntryType right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one type does not come before another.</summary>
    public static bool operator >=(EntryType left, EntryType right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a type.</summary>
    /// <param name="s">Name and version, for example <c>consent.given/1</c>.</param>
    /// <exception cref="FormatException">GDPR1106: the text is not the type of an entry.</exception>
    public static EntryType Parse(string s) => TryParse(s, out var type)
        ? type
        : throw new FormatException($"{LedgerMessages.EntryTypeMalformed}: '{Excerpt.Of(s)}' is not the type of an entry. Write a name, a slash and a version: 'consent.given/1'.");

    /// <summary>Reads a type, and says whether it was one.</summary>
    /// <param name="s">Name and version.</param>
    /// <param name="result">The type, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out EntryType result)
    {
        result = default;
        if (s?.Split('/') is not [var name, var digits]
            || !NameSyntax.IsName(name)
            || digits.StartsWith('0')
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            || version > HighestVersion)
        {
            return false;
        }

        result = new EntryType(name, version);
        return true;
    }

    static EntryType IParsable<EntryType>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<EntryType>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EntryType result) => TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(EntryType other) =>
        string.CompareOrdinal(_name, other._name) is var byName and not 0 ? byName : Version.CompareTo(other.Version);

    /// <summary>Name and version; empty for <c>default</c>.</summary>
    public override string ToString() => IsDefault ? "" : string.Create(CultureInfo.InvariantCulture, $"{_name}/{Version}");
}
