using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Retention;

/// <summary>The facts of the entry that a hold was reviewed and stands on.</summary>
/// <param name="Hold">Which hold.</param>
/// <param name="By">Who reviewed it.</param>
/// <param name="ReviewOn">On which day at the latest it is reviewed again, where the controller is.</param>
/// <param name="ReviewEnds">When that day ends there.</param>
public sealed record HoldProlonged(EntryId Hold, Key<Operator> By, LocalDate ReviewOn, Instant ReviewEnds);
