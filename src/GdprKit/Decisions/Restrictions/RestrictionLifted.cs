using NodaTime;

namespace GdprKit.Decisions;

/// <summary>The facts of the entry that a restriction was lifted.</summary>
/// <param name="Ground">Which ground has ceased.</param>
/// <param name="InformedAt">When the person was informed, which is before it is lifted (Art. 18(3)).</param>
public sealed record RestrictionLifted(RestrictionGround Ground, Instant InformedAt);
