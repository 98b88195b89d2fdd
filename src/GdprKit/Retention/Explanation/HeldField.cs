namespace GdprKit;

/// <summary>Until when a field is kept, and why.</summary>
/// <param name="Property">The field.</param>
/// <param name="Category">What it holds.</param>
/// <param name="Retention">What each activity that applies says; without any, nobody knows, and it is kept.</param>
public sealed record HeldField(PropertyPath Property, Key<DataCategory> Category, FieldRetention Retention);
