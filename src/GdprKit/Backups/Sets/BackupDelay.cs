using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>Backups of a set that are kept longer than its rotation says, because it failed, was changed, or a copy was set apart.</summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
/// <param name="Id">Its id.</param>
/// <param name="MadeFrom">The day on which the first of these backups was made, where the controller is. Data that were there then are in it.</param>
/// <param name="GoneBy">The day on which the last of them is gone at the latest.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="EndedAt">When it was recorded that they are gone already; <see langword="null"/> when it was not.</param>
public sealed record BackupDelay(EntryId Id, LocalDate MadeFrom, LocalDate GoneBy, Instant RecordedAt, Instant? EndedAt = null)
{
    /// <summary>Whether it was known, and not over, at an instant.</summary>
    internal bool StoodAt(Instant at) => RecordedAt <= at && (EndedAt is not { } ended || ended > at);
}
