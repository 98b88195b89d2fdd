namespace GdprKit;

/// <summary>What takes the place of the value of a property, instead of what would be chosen by its type.</summary>
/// <param name="Property">The property.</param>
/// <param name="By">What takes the place of its value.</param>
public sealed record ReplacementMap(PropertyPath Property, Replacement By);
