using NodaTime;

namespace GdprKit;

/// <summary>When backups are overwritten.</summary>
public abstract record BackupRotation
{
    private BackupRotation()
    {
    }

    /// <summary>A backup is kept for a fixed period.</summary>
    /// <param name="Period">The period.</param>
    public sealed record KeepFor(Period Period) : BackupRotation;

    /// <summary>A fixed number of backups is kept; a new one pushes out the oldest.</summary>
    /// <param name="Count">The number, one or more.</param>
    public sealed record KeepLast(int Count) : BackupRotation;

    /// <summary>Grandfather, father, son: daily, weekly, monthly and yearly backups, a number of each.</summary>
    /// <param name="Daily">How many daily backups are kept.</param>
    /// <param name="Weekly">How many weekly backups are kept.</param>
    /// <param name="Monthly">How many monthly backups are kept.</param>
    /// <param name="Yearly">How many yearly backups are kept.</param>
    public sealed record GrandfatherFatherSon(int Daily, int Weekly, int Monthly, int Yearly) : BackupRotation
    {
        /// <summary>How old the backups of each generation become.</summary>
        internal IEnumerable<Period> Ages => [Period.FromDays(Daily), Period.FromWeeks(Weekly), Period.FromMonths(Monthly), Period.FromYears(Yearly)];
    }
}
