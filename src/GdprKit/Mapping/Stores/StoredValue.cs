namespace GdprKit.Mapping;

/// <summary>One field of a row.</summary>
/// <param name="Property">The property.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Value">
/// The value as the application sees it, <see langword="null"/> when the row has none; of a collection a <see cref="ValueList{T}"/> of
/// <see cref="object"/> with its values, in the order of the store, empty when it has none.
/// </param>
public sealed record StoredValue(PropertyPath Property, Key<DataCategory> Category, object? Value)
{
    /// <summary>The name of the property; the value is withheld.</summary>
    public override string ToString() => Property.ToString();
}
