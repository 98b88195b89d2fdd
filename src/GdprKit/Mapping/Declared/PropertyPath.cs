using System.Diagnostics.CodeAnalysis;
using GdprKit.Mapping;

namespace GdprKit;

/// <summary>A property of an entity, by name: <c>Email</c>, or through what the entity owns, <c>Address.City</c>.</summary>
/// <remarks>
/// The names are those of the store's model, so a property that no class has (a shadow property) has a path too. Through a
/// collection it means the property of every item. Compared ordinally. Safe for use by several threads.
/// </remarks>
public sealed record PropertyPath : IComparable<PropertyPath>
{
    // Paths are compared and sorted again and again while maps are resolved.
    private readonly string _text;

    internal PropertyPath(ValueList<string> segments) => (Segments, _text) = (segments, string.Join('.', segments));

    /// <summary>The names from the entity to the property, one or more.</summary>
    public ValueList<string> Segments { get; }

    /// <summary>Whether one path comes before another in ordinal order.</summary>
    public static bool operator <(PropertyPath? left, PropertyPath? right) => Compare(left, right) < 0;

    /// <summary>Whether one path comes after another in ordinal order.</summary>
    public static bool operator >(PropertyPath? left, PropertyPath? right) => Compare(left, right) > 0;

    /// <summary>Whether one path does not come after another in ordinal order.</summary>
    public static bool operator <=(PropertyPath? left, PropertyPath? right) => Compare(left, right) <= 0;

    /// <summary>Whether one path does not come before another in ordinal order.</summary>
    public static bool operator >=(PropertyPath? left, PropertyPath? right) => Compare(left, right) >= 0;

    /// <summary>Reads a path.</summary>
    /// <param name="text">Names joined by dots: <c>Address.City</c>.</param>
    /// <exception cref="FormatException">GDPR1080: a name is empty.</exception>
    public static PropertyPath Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return TryParse(text, out var path)
            ? path
            : throw new FormatException($"{MappingMessages.PathMalformed}: '{Excerpt.Of(text)}' is not the name of a property. Write names joined by dots: 'Address.City'.");
    }

    /// <summary>Reads a path, and says whether it was one.</summary>
    /// <param name="text">Names joined by dots.</param>
    /// <param name="path">The path, or <see langword="null"/>.</param>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PropertyPath? path)
    {
        var segments = text?.Split('.') ?? [];
        path = segments.Length > 0 && !Array.Exists(segments, string.IsNullOrWhiteSpace) ? new PropertyPath([.. segments]) : null;
        return path is not null;
    }

    /// <inheritdoc/>
    public bool Equals(PropertyPath? other) => other is not null && _text == other._text;

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public int CompareTo(PropertyPath? other) => Compare(this, other);

    /// <summary>The names, joined by dots.</summary>
    public override string ToString() => _text;

    private static int Compare(PropertyPath? left, PropertyPath? right) => string.CompareOrdinal(left?._text, right?._text);
}
