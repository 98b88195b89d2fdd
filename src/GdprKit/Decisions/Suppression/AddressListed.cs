using NodaTime;

namespace GdprKit.Decisions;

/// <summary>The facts of the entry that an address gets no marketing.</summary>
/// <param name="Cause">Why.</param>
/// <param name="At">When it was said.</param>
public sealed record AddressListed(SuppressionCause Cause, Instant At);
