using NodaTime;

namespace GdprKit;

/// <summary>How many people whose data come from somebody else are still to be told (Art. 14).</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record ObtainedReport
{
    /// <summary>The day, where the controller is.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>Who was not told of any version yet, those included of whom nobody knows when their data were obtained.</summary>
    public required long Untold { get; init; }

    /// <summary>Who should have been told by now.</summary>
    public required long Overdue { get; init; }

    /// <summary>Of whom nobody knows when their data were obtained, and so by when they must be told.</summary>
    public required long WithoutDate { get; init; }

    /// <summary>The first day that comes on which somebody must have been told; <see langword="null"/> when none does.</summary>
    public LocalDate? NextDueOn { get; init; }

    /// <summary>Whether a campaign runs, in which they are told by themselves.</summary>
    public required bool IsTelling { get; init; }

    /// <summary>The numbers.</summary>
    public override string ToString() => $"{Untold} untold, {Overdue} overdue, {WithoutDate} without a date";
}
