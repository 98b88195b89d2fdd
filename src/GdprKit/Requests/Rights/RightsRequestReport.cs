using NodaTime;

namespace GdprKit;

/// <summary>How many requests are open, and how many of them should have been answered.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RightsRequestReport
{
    /// <summary>The day, where the controller is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>How many are open, of whatever kind.</summary>
    public required long Open { get; init; }

    /// <summary>How many of them wait for an answer of the person, while their period stands still.</summary>
    public required long Waiting { get; init; }

    /// <summary>How many of them should have been answered by now.</summary>
    public required long Overdue { get; init; }

    /// <summary>How many of them are to be answered within a week, by the day to aim at, and are not overdue.</summary>
    public required long DueSoon { get; init; }

    /// <summary>The first last day that comes; <see langword="null"/> when none does.</summary>
    public LocalDate? NextDueOn { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() => $"{Open} open, {Waiting} waiting, {DueSoon} due soon, {Overdue} overdue";
}
