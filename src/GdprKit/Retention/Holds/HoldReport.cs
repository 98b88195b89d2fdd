using NodaTime;

namespace GdprKit;

/// <summary>How many holds stand, and how many of them should have been reviewed.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record HoldReport
{
    /// <summary>The day, where the controller is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>How many stand, on whatever.</summary>
    public required long Standing { get; init; }

    /// <summary>How many of them should have been reviewed by now. They stand on.</summary>
    public required long Overdue { get; init; }

    /// <summary>The first day that comes on which one must have been reviewed; <see langword="null"/> when none does.</summary>
    public LocalDate? NextReviewOn { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() => $"{Standing} standing, {Overdue} overdue";
}
