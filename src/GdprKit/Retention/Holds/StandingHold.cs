using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>A hold that stands: it was placed and not lifted.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Id">Its id, that of the entry by which it was placed.</param>
/// <param name="Ground">On which ground.</param>
/// <param name="PlacedBy">Who placed it.</param>
/// <param name="Since">Since when it stands.</param>
/// <param name="ReviewOn">On which day at the latest it is reviewed, where the controller is.</param>
/// <param name="ReviewEnds">When that day ends there.</param>
public sealed record StandingHold(EntryId Id, HoldGround Ground, Key<Operator> PlacedBy, Instant Since, LocalDate ReviewOn, Instant ReviewEnds)
{
    /// <summary>Whether its review date has passed. It stands on all the same: who does not know whether data may go keeps them.</summary>
    /// <param name="now">The instant.</param>
    public bool IsOverdueAt(Instant now) => ReviewEnds <= now;
}
