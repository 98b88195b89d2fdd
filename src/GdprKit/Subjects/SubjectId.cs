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

    /// <summary>The kind; the key is withheld, because it can be an e-mail address.</summary>
    public override string ToString() => $"{Kind} (key withheld)";

    private static string TextOf(object? part) => part is IFormattable value ? value.ToString(null, CultureInfo.InvariantCulture) : part?.ToString() ?? "";
}
