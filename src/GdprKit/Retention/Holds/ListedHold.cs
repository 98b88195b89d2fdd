namespace GdprKit;

/// <summary>A hold that stands, with what it is on.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Scope">What it keeps from going.</param>
/// <param name="Hold">The hold.</param>
/// <param name="IsOverdue">Whether its review date has passed.</param>
public sealed record ListedHold(HoldScope Scope, StandingHold Hold, bool IsOverdue)
{
    /// <summary>What people call what it is on, as the map and the register say it; <see langword="null"/> for a person, and where nobody says it.</summary>
    public LocalizedText? Label { get; init; }
}
