using NodaTime;

namespace GdprKit.Retention;

/// <summary>The facts of the entry that a hold was placed; the id of the entry is that of the hold.</summary>
/// <param name="Ground">On which ground.</param>
/// <param name="By">Who placed it.</param>
/// <param name="ReviewOn">On which day at the latest it is reviewed, where the controller is.</param>
/// <param name="ReviewEnds">When that day ends there.</param>
public sealed record HoldPlaced(HoldGround Ground, Key<Operator> By, LocalDate ReviewOn, Instant ReviewEnds);
