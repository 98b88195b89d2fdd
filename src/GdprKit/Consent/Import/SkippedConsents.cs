namespace GdprKit;

/// <summary>How many imported consents were not taken over, and why.</summary>
/// <param name="Obstacle">Why.</param>
/// <param name="Count">How many, one or more.</param>
public sealed record SkippedConsents(ImportObstacle Obstacle, long Count);
