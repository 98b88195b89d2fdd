using GdprKit.Mapping;

namespace GdprKit;

/// <summary>A field and what becomes of it.</summary>
/// <param name="Field">The field.</param>
/// <param name="Disposal">What becomes of its value while the row stays.</param>
public sealed record PlannedField(StoreField Field, FieldDisposal Disposal)
{
    /// <summary>The name of the property.</summary>
    public override string ToString() => Field.Property.Path.ToString();
}
