namespace GdprKit;

/// <summary>A property that looks like personal data and is not.</summary>
/// <param name="Property">The property.</param>
/// <param name="Reason">Why not, for whoever asks later.</param>
public sealed record NotPersonalMap(PropertyPath Property, string Reason);
