using NodaTime;

namespace GdprKit;

/// <summary>Declares one set of backups.</summary>
public sealed class BackupScheduleBuilder
{
    private BackupSchedule _schedule;

    internal BackupScheduleBuilder(Key<BackupSchedule> key) =>
        _schedule = new BackupSchedule { Key = key, Name = LocalizedText.Empty, Interval = Period.Zero, Rotation = null! };

    /// <summary>What the set is called, as it stands in the middle of a sentence.</summary>
    /// <param name="nl">In Dutch: "nachtelijke back-up van de database".</param>
    /// <param name="en">In English: "nightly backup of the database".</param>
    public BackupScheduleBuilder Name(string? nl = null, string? en = null)
    {
        _schedule = _schedule with { Name = LocalizedText.OfGiven(nl, en) };
        return this;
    }

    /// <summary>The time between two backups.</summary>
    /// <param name="interval">A period of whole days or longer.</param>
    public BackupScheduleBuilder Every(Period interval)
    {
        _schedule = _schedule with { Interval = interval };
        return this;
    }

    /// <summary>Each backup is kept for a period.</summary>
    /// <param name="period">The period.</param>
    public BackupScheduleBuilder KeptFor(Period period) => Rotation(new BackupRotation.KeepFor(period));

    /// <summary>The last backups are kept; a new one pushes out the oldest.</summary>
    /// <param name="count">How many.</param>
    public BackupScheduleBuilder LastKept(int count) => Rotation(new BackupRotation.KeepLast(count));

    /// <summary>Daily, weekly, monthly and yearly backups are kept, a number of each.</summary>
    /// <param name="daily">How many daily ones.</param>
    /// <param name="weekly">How many weekly ones.</param>
    /// <param name="monthly">How many monthly ones.</param>
    /// <param name="yearly">How many yearly ones.</param>
    public BackupScheduleBuilder GrandfatherFatherSon(int daily, int weekly, int monthly, int yearly = 0) =>
        Rotation(new BackupRotation.GrandfatherFatherSon(daily, weekly, monthly, yearly));

    internal BackupSchedule Build() => _schedule;

    private BackupScheduleBuilder Rotation(BackupRotation rotation)
    {
        _schedule = _schedule with { Rotation = rotation };
        return this;
    }
}
