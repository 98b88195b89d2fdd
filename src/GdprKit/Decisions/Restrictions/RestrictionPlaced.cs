using NodaTime;

namespace GdprKit.Decisions;

/// <summary>The facts of the entry that a restriction was placed.</summary>
/// <param name="Ground">On which ground.</param>
/// <param name="At">When the person demanded it.</param>
public sealed record RestrictionPlaced(RestrictionGround Ground, Instant At);
