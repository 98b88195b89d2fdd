using System.Diagnostics.CodeAnalysis;

namespace GdprKit;

/// <summary>
/// The name by which a declaration is known in code, in the register file and in the database: for example
/// <c>Key&lt;DataCategory&gt;.Parse("email-address")</c>. Typed, so that a category is never taken for an activity.
/// </summary>
/// <remarks>
/// A lower-case letter, then lower-case letters, digits and single hyphens; at most 64 characters. Compared ordinally.
/// A key is for ever: texts may change, the key of what they describe may not, because consent and evidence refer to it.
/// <c>default</c> is no key and is refused wherever a key is asked for. Safe for use by several threads.
/// </remarks>
/// <typeparam name="TDeclaration">What the key is the name of.</typeparam>
public readonly record struct Key<TDeclaration> : IParsable<Key<TDeclaration>>, IComparable<Key<TDeclaration>>
    where TDeclaration : class
{
    private readonly string? _value;

    internal Key(string value) => _value = value;

    /// <summary>Whether this is <c>default</c>, which names nothing.</summary>
    public bool IsDefault => _value is null;

    /// <summary>Whether one key comes before another in ordinal order.</summary>
    public static bool operator <(Key<TDeclaration> left, Key<TDeclaration> right) => left.CompareTo(right) < 0;

    /// <summary>Whether one key comes after another in ordinal order.</summary>
    public static bool operator >(Key<TDeclaration> left, Key<TDeclaration> right) => left.CompareTo(right) > 0;

    /// <summary>Whether one key does not come after another in ordinal order.</summary>
    public static bool operator <=(Key<TDeclaration> left, Key<TDeclaration> right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one key does not come before another in ordinal order.</summary>
    public static bool operator >=(Key<TDeclaration> left, Key<TDeclaration> right) => left.CompareTo(right) >= 0;

    /// <summary>Reads a key.</summary>
    /// <param name="s">The key, for example <c>email-address</c>.</param>
    /// <exception cref="FormatException">GDPR1010: the text is not a key.</exception>
    public static Key<TDeclaration> Parse(string s) => TryParse(s, out var key)
        ? key
        : throw new FormatException($"{RegisterMessages.KeyMalformed}: '{Excerpt.Of(s)}' is not a key. {KeySyntax.Remedy}");

    /// <summary>Reads a key, and says whether it was one.</summary>
    /// <param name="s">The key.</param>
    /// <param name="result">The key, or <c>default</c>.</param>
    public static bool TryParse([NotNullWhen(true)] string? s, out Key<TDeclaration> result)
    {
        result = KeySyntax.IsValid(s) ? new Key<TDeclaration>(s) : default;
        return !result.IsDefault;
    }

    static Key<TDeclaration> IParsable<Key<TDeclaration>>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<Key<TDeclaration>>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Key<TDeclaration> result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public int CompareTo(Key<TDeclaration> other) => string.CompareOrdinal(_value, other._value);

    /// <summary>The text of the key; empty for <c>default</c>.</summary>
    public override string ToString() => _value ?? "";
}
