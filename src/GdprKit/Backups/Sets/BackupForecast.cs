using NodaTime;

namespace GdprKit;

/// <summary>When data that were erased are gone from the last backup too.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
/// <param name="GoneBy">The day on which they are gone at the latest, where the controller is; <see langword="null"/> when no backups are declared, so that nobody knows.</param>
/// <param name="DelayedBy">The sets of which backups are kept longer than their rotation says, so that it is later than that.</param>
/// <param name="Overdue">The sets of which backups are there that should be gone, so that the day is not certain.</param>
public sealed record BackupForecast(LocalDate? GoneBy, ValueList<Key<BackupSchedule>> DelayedBy, ValueList<Key<BackupSchedule>> Overdue)
{
    /// <summary>Whether the day can be promised.</summary>
    public bool IsCertain => GoneBy is not null && Overdue.IsEmpty;
}
