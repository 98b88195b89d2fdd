using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace GdprKit.Ledger;

/// <summary>The state of a stream in one word, by which its head is found and counted: <c>given</c>, <c>withdrawn</c>.</summary>
/// <remarks>
/// A name for ever, because it stands in the database. Lower-case letters, digits, single hyphens and dots, at most 64 characters,
/// compared ordinally. <c>default</c> is no status. Safe for use by several threads.
/// </remarks>
public readonly record struct StreamStatus : IParsable<StreamStatus>, IComparable<StreamStatus>
{
    private readonly string? _name;

    private StreamStatus(string name) => _name = name;

    /// <summary>Whether this is <c>default</c>, which names nothing.</summary>
    public bool IsDefault => _name is null;

    /// <summary>Whether one comes before another in ordinal order.</summary>
    public static bool operator <(StreamStatus left, StreamStatus right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another in ordinal order.</summary>
    public static bool operator >(StreamStatus left, StreamStatus right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another in ordinal order.</summary>
    public static bool operator <=(StreamStatus left, StreamStatus right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another in ordinal order.</summary>
    public static bool operator >=(StreamStatus left, StreamStatus right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a status.</summary>
    /// <param name="s">The name, for example <c>withdrawn</c>.</param>
    /// <exception cref="FormatException">GDPR1104: the text is not a status.</exception>
    public static StreamStatus Parse(string s) => TryParse(s, out var result)
        ? result
        : throw new FormatException($"{LedgerMessages.StatusMalformed}: '{Excerpt.Of(s)}' is not a status. {NameSyntax.Remedy}");

    /// <summary>Reads a status, and says whether it was one.</summary>
    /// <param name="s">The name.</param>
    /// <param name="result">The status, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out StreamStatus result)
    {
        result = NameSyntax.IsName(s) ? new StreamStatus(s) : default;
        return !result.IsDefault;
    }

    /// <summary>The status that a member of an enumeration is written as: <c>RequestReceived</c> is <c>request-received</c>.</summary>
    /// <typeparam name="TEnum">The enumeration.</typeparam>
    /// <param name="member">A member that has a name.</param>
    /// <exception cref="FormatException">GDPR1104: the value has no name.</exception>
    public static StreamStatus Of<TEnum>(TEnum member)
        where TEnum : struct, Enum => Parse(JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString()));

    static StreamStatus IParsable<StreamStatus>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<StreamStatus>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StreamStatus result) => TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(StreamStatus other) => string.CompareOrdinal(_name, other._name);

    /// <summary>The name; empty for <c>default</c>.</summary>
    public override string ToString() => _name ?? "";
}
