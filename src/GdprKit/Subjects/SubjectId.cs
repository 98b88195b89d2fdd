using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GdprKit;

/// <summary>A person, as the application knows one (Art. 4(1)): what kind of person, and the key of the row that is that person.</summary>
/// <remarks>
/// The parts of the key are compared as texts, ordinally, whatever the database would say: numbers in decimal, <see cref="Guid"/> in
/// lower case with hyphens. Identifies a person, so it belongs in no log and no message: <see cref="ToString"/> gives the kind only.
/// Safe for use by several threads.
/// </remarks>
public sealed record SubjectId
{
    private SubjectId(Key<SubjectKind> kind, ValueList<string> key) => (Kind, Key) = (kind, key);

    /// <summary>What kind of person.</summary>
    public Key<SubjectKind> Kind { get; }

    /// <summary>The parts of the application's key as texts, one or more, in the order in which the map declares them.</summary>
    public ValueList<string> Key { get; }

    /// <summary>The person with a key.</summary>
    /// <param name="kind">What kind of person.</param>
    /// <param name="key">The parts of the application's key: numbers, texts, <see cref="Guid"/>; what they are in the database.</param>
    /// <exception cref="ArgumentException">GDPR1081: the kind or a part of the key is missing.</exception>
    public static SubjectId Of(Key<SubjectKind> kind, params ReadOnlySpan<object> key)
    {
        var parts = new string[key.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = TextOf(key[i]);
        }

        return !kind.IsDefault && parts.Length > 0 && Array.TrueForAll(parts, part => part.Length > 0)
            ? new SubjectId(kind, [.. parts])
            : throw new ArgumentException(
                $"{SubjectMessages.SubjectIncomplete}: a person is known by a kind and by every part of a key. Pass the kind as the register declares it, and no empty part.", nameof(key));
    }

    /// <summary>Whether the values of a row are the key of this person, for a store that asks every row.</summary>
    /// <param name="key">The values, in the order in which the map declares them; a missing one is nobody's.</param>
    public bool HasKey(params ReadOnlySpan<object?> key)
    {
        if (key.Length != Key.Count)
        {
            return false;
        }

        for (var i = 0; i < key.Length; i++)
        {
            if (!string.Equals(TextOf(key[i]), Key[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Reads a part of a key as a value of a property, for a store whose query language compares values.</summary>
    /// <param name="text">The part.</param>
    /// <param name="type">The type of the property, nullable or not: a text, a <see cref="Guid"/>, or a whole number of any size.</param>
    /// <param name="value">The value, or <see langword="null"/>.</param>
    /// <returns>
    /// Whether some row can have that key. <c>01</c> is no key of a whole number, because no number is written so; what is no value of the
    /// type is nobody's key, and no fault.
    /// </returns>
    public static bool TryReadKey(string text, Type type, [NotNullWhen(true)] out object? value)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(type);
        value = Read(text, Nullable.GetUnderlyingType(type) ?? type) is { } read && TextOf(read) == text ? read : null;
        return value is not null;
    }

    /// <summary>The kind; the key is withheld, because it can be an e-mail address.</summary>
    public override string ToString() => $"{Kind} (key withheld)";

    private static object? Read(string text, Type type)
    {
        if (type == typeof(Guid))
        {
            return Guid.TryParseExact(text, "D", out var guid) ? guid : null;
        }

        if (type.IsEnum || Type.GetTypeCode(type) is not (TypeCode.String or (>= TypeCode.SByte and <= TypeCode.UInt64)))
        {
            return null;
        }

        try
        {
            return Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or InvalidCastException)
        {
            return null;
        }
    }

    private static string TextOf(object? part) => part is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : part?.ToString() ?? "";
}
