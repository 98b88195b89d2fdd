namespace GdprKit;

public abstract partial class RegisterWording
{
    /// <summary>
    /// How often a backup is made and how long it is kept, as a fragment: "elke dag een back-up; elke back-up wordt 3 maanden bewaard",
    /// "a backup every day; each backup is kept for 3 months".
    /// </summary>
    /// <param name="schedule">The set of backups.</param>
    public string Sentence(BackupSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return $"{Frequency(schedule.Interval)}; {Rotation(schedule.Rotation)}";
    }

    /// <summary>How often a backup is made: "elke dag een back-up".</summary>
    /// <param name="interval">The time between two backups.</param>
    protected abstract string Frequency(NodaTime.Period interval);

    /// <summary>When backups are overwritten: "elke back-up wordt 3 maanden bewaard".</summary>
    /// <param name="rotation">The rotation.</param>
    protected abstract string Rotation(BackupRotation rotation);
}
