namespace GdprKit.Mapping;

/// <summary>A field, and what takes the place of its value.</summary>
/// <param name="Property">The property.</param>
/// <param name="By">What takes the place of its value.</param>
public sealed record FieldReplacement(PropertyPath Property, Replacement By)
{
    /// <summary>
    /// Whether a map says so. The default is <see langword="false"/>: it was chosen by the type, and does not go where a store checks values in a
    /// way that nobody can foresee.
    /// </summary>
    public bool IsDeclared { get; init; }

    /// <summary>The property, with what takes the place of its value.</summary>
    public override string ToString() => $"{Property} by {By}";
}
