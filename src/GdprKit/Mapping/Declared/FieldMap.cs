namespace GdprKit;

/// <summary>A property that holds personal data of one category.</summary>
/// <param name="Property">The property.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Whose">Which of several people in the row it is about; empty for the only one.</param>
public sealed record FieldMap(PropertyPath Property, Key<DataCategory> Category, FieldSubjects Whose);
