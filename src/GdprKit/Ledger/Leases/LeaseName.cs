using System.Diagnostics.CodeAnalysis;

namespace GdprKit.Ledger;

/// <summary>Which work a lease is about: <c>ledger.order</c>, <c>retention.run</c>.</summary>
/// <remarks>
/// Lower-case letters, digits, single hyphens and dots, at most 64 characters, compared ordinally. <c>default</c> is no name. Safe for
/// use by several threads.
/// </remarks>
public readonly record struct LeaseName : IParsable<LeaseName>, IComparable<LeaseName>
{
    private readonly string? _name;

    private LeaseName(string name) => _name = name;

    /// <summary>Whether this is <c>default</c>, which names nothing.</summary>
    public bool IsDefault => _name is null;

    /// <summary>Whether one comes before another in ordinal order.</summary>
    public static bool operator <(LeaseName left, LeaseName right) => left.CompareTo(right) < 0;

    /// <summary>Whether one comes after another in ordinal order.</summary>
    public static bool operator >(LeaseName left, LeaseName right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not come after another in ordinal order.</summary>
    public static bool operator <=(LeaseName left, LeaseName right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not come before another in ordinal order.</summary>
    public static bool operator >=(LeaseName left, LeaseName right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a name of a lease.</summary>
    /// <param name="s">The name, for example <c>ledger.order</c>.</param>
    /// <exception cref="FormatException">GDPR1124: the text is not a name of a lease.</exception>
    public static LeaseName Parse(string s) => TryParse(s, out var result)
        ? result
        : throw new FormatException($"{LedgerMessages.LeaseMalformed}: '{Excerpt.Of(s)}' is not a name of a lease. {NameSyntax.Remedy}");

    /// <summary>Reads a name of a lease, and says whether it was one.</summary>
    /// <param name="s">The name.</param>
    /// <param name="result">The name of a lease, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out LeaseName result)
    {
        result = NameSyntax.IsName(s) ? new LeaseName(s) : default;
        return !result.IsDefault;
    }

    static LeaseName IParsable<LeaseName>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<LeaseName>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LeaseName result) => TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(LeaseName other) => string.CompareOrdinal(_name, other._name);

    /// <summary>The name; empty for <c>default</c>.</summary>
    public override string ToString() => _name ?? "";
}
