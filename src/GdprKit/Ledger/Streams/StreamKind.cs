using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Ledger;

/// <summary>What the streams of a fold are about: <c>consent</c>, <c>hold</c>, <c>request</c>.</summary>
/// <remarks>
/// A name for ever, because it stands in the database. Lower-case letters, digits, single hyphens and dots, at most 64 characters,
/// compared ordinally. GdprKit's own kinds have no dot; a host puts its own name and a dot before its kinds: <c>crm.call</c>.
/// <c>default</c> is no kind. Safe for use by several threads.
/// </remarks>
public readonly record struct StreamKind : IParsable<StreamKind>, IComparable<StreamKind>
{
    private readonly string? _name;

    private StreamKind(string name) => _name = name;

    /// <summary>Whether this is <c>default</c>, which names nothing.</summary>
    public bool IsDefault => _name is null;

    /// <summary>Whether one comes before another in ordinal order.</summary>
    public static bool operator <(StreamKind left, StreamKind right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another in ordinal order.</summary>
    public static bool operator >(StreamKind left, StreamKind right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another in ordinal order.</summary>
    public static bool operator <=(StreamKind left, StreamKind right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another in ordinal order.</summary>
    public static bool operator >=(StreamKind left, StreamKind right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a kind of stream.</summary>
    /// <param name="s">The name, for example <c>consent</c>.</param>
    /// <exception cref="FormatException">GDPR1102: the text is not a kind of stream.</exception>
    public static StreamKind Parse(string s) => TryParse(s, out var result)
        ? result
        : throw new FormatException($"{LedgerMessages.KindMalformed}: '{Excerpt.Of(s)}' is not a kind of stream. {NameSyntax.Remedy}");

    /// <summary>Reads a kind of stream, and says whether it was one.</summary>
    /// <param name="s">The name.</param>
    /// <param name="result">The kind of stream, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out StreamKind result)
    {
        result = NameSyntax.IsName(s) ? new StreamKind(s) : default;
        return !result.IsDefault;
    }

    static StreamKind IParsable<StreamKind>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<StreamKind>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out StreamKind result) => TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(StreamKind other) => string.CompareOrdinal(_name, other._name);

    /// <summary>The name; empty for <c>default</c>.</summary>
    public override string ToString() => _name ?? "";
}
