using NodaTime;

namespace GdprKit;

/// <content>How long erased data live on in backups.</content>
public sealed partial class ProcessingRegister
{
    /// <summary>The day on which data that were erased on a day are gone from the last backup at the latest, by the sets that are declared: one interval and the longest rotation later.</summary>
    /// <param name="erasedOn">The day on which they were erased.</param>
    /// <returns>The day; <see langword="null"/> when no backups are declared, so that nobody knows.</returns>
    public LocalDate? GoneFromBackupsBy(LocalDate erasedOn) => Backups.Count == 0 ? null : Backups.Max(schedule => erasedOn + schedule.GoneAfterAtMost);
}
