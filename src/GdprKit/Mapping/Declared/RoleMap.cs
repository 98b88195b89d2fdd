namespace GdprKit;

/// <summary>A field that GdprKit itself uses.</summary>
/// <param name="Role">What for.</param>
/// <param name="Property">The field.</param>
public sealed record RoleMap(FieldRole Role, PropertyPath Property);
