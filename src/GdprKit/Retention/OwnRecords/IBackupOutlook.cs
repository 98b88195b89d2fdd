using NodaTime;

namespace GdprKit.Retention;

/// <summary>Says what backups may still hold. What answers stands in a room that knows of backups.</summary>
internal interface IBackupOutlook
{
    /// <summary>Looks, so that it can be asked of many days.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// Whether a backup may still hold what was erased on a day, where the controller is. Whenever that is so of a day, it is of every later one. Where no backups are declared nobody knows, and it is said of no day: there the register says for how
    /// long an order is kept.
    /// </returns>
    ValueTask<Func<LocalDate, bool>> LookAsync(CancellationToken cancellationToken);
}
