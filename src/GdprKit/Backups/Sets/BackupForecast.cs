using NodaTime;

namespace GdprKit;

/// <summary>When data that were erased are gone from the last backup too.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
/// <param name="GoneBy">The day on which they are gone at the latest, where the controller is; <see langword="null"/> when no backups are declared, so that nobody knows.</param>
/// <param name="DelayedBy">The sets of which backups are kept longer than their rotation says, so that it is later than that.</param>
/// <param name="Overdue">The sets of which a backup is there that should be gone and may hold them, so that the day is not certain.</param>
/// <param name="Untold">The sets of which nobody told for more than two intervals which backups there are, though somebody did before, and of which a backup may hold them: whether those go in time nobody knows.</param>
public sealed record BackupForecast(LocalDate? GoneBy, ValueList<Key<BackupSchedule>> DelayedBy, ValueList<Key<BackupSchedule>> Overdue, ValueList<Key<BackupSchedule>> Untold)
{
    /// <summary>Whether the day can be promised.</summary>
    public bool IsCertain => GoneBy is not null && Overdue.IsEmpty && Untold.IsEmpty;
}
