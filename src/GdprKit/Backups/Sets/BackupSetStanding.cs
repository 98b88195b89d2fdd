using NodaTime;

namespace GdprKit;

/// <summary>How a set of backups stands today.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record BackupSetStanding
{
    /// <summary>The set as it is declared.</summary>
    public required BackupSchedule Schedule { get; init; }

    /// <summary>What was recorded about it.</summary>
    public required BackupSet Recorded { get; init; }

    /// <summary>The day on which data that are erased today are gone from it at the latest.</summary>
    public required LocalDate GoneBy { get; init; }

    /// <summary>Since when a backup is there that should be gone by its rotation, and of which nobody recorded that it is kept longer; <see langword="null"/> when there is none, as far as was told.</summary>
    public required LocalDate? OverdueSince { get; init; }

    /// <summary>Since when a backup should have been made and was not, once that is an interval ago; where there is none at all, since that was told. <see langword="null"/> when they are made in time, or nobody ever told.</summary>
    public required LocalDate? LateSince { get; init; }

    /// <summary>Whether a backup is there that should be gone by its rotation, and of which nobody recorded that it is kept longer.</summary>
    public bool IsOverdue => OverdueSince is not null;

    /// <summary>Whether no backup was made for more than two intervals, as far as was told.</summary>
    public bool IsLate => LateSince is not null;

    /// <summary>Whether somebody has to look at it.</summary>
    public bool NeedsAttention => IsOverdue || IsLate;
}
