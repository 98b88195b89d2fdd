using GdprKit.Mapping;

namespace GdprKit;

/// <summary>A field and what becomes of it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Disposal">What becomes of its value while the row stays.</param>
public sealed record PlannedField(StoreField Field, FieldDisposal Disposal)
{
    /// <summary>
    /// What takes the place of its value, where it is <see cref="FieldDisposal.Replaced"/>; <see langword="null"/> when nothing that is known can: then it stays as long as
    /// the row, and the plan warns of it.
    /// </summary>
    public Replacement? Replacement { get; init; }

    /// <summary>The name of the property.</summary>
    public override string ToString() => Field.Property.Path.ToString();
}
