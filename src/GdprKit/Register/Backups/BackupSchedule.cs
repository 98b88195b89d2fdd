using NodaTime;

namespace GdprKit;

/// <summary>
/// One declared set of backups: how often one is made and when it is overwritten. Deleted data live on in backups until
/// these have rotated, and the notice says how long that is.
/// </summary>
public sealed record BackupSchedule : IDeclaration<BackupSchedule>
{
    /// <inheritdoc/>
    public required Key<BackupSchedule> Key { get; init; }

    /// <summary>What the set is called: "nachtelijke back-up van de database", "nightly backup of the database".</summary>
    public required LocalizedText Name { get; init; }

    /// <summary>The time between two backups; for example one day.</summary>
    public required Period Interval { get; init; }

    /// <summary>When a backup is overwritten.</summary>
    public required BackupRotation Rotation { get; init; }

    /// <summary>How long the backup that is kept longest lives before it is overwritten.</summary>
    /// <value>
    /// The period of <see cref="BackupRotation.KeepFor"/>; the interval as many times as <see cref="BackupRotation.KeepLast"/> keeps
    /// backups; the longest of the generations of <see cref="BackupRotation.GrandfatherFatherSon"/>.
    /// </value>
    public Period LongestKept => Rotation switch
    {
        BackupRotation.KeepFor kept => kept.Period,
        BackupRotation.KeepLast last => Times(Interval, last.Count),
        BackupRotation.GrandfatherFatherSon generations => LongestPeriod.Of(generations.Ages),
        _ => Period.Zero,
    };

    /// <summary>
    /// How long after data are erased the last backup of this set that holds them is gone too, at most: one interval and then
    /// <see cref="LongestKept"/>, because the backup that holds them may just be running, and an old one goes when the next is made.
    /// </summary>
    public Period GoneAfterAtMost => Interval + LongestKept;

    private static Period Times(Period period, int count) => new PeriodBuilder
    {
        Years = period.Years * count,
        Months = period.Months * count,
        Weeks = period.Weeks * count,
        Days = period.Days * count,
    }.Build();
}
