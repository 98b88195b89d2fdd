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

    /// <summary>
    /// When erased data are gone from every backup of a register too, as a fragment: "gewiste gegevens zijn uiterlijk 3 maanden en 1 dag
    /// later ook uit de laatste back-up". Of several sets of backups the slowest counts.
    /// </summary>
    /// <param name="register">The register.</param>
    public string GoneFromBackups(ProcessingRegister register)
    {
        ArgumentNullException.ThrowIfNull(register);
        return GoneFromBackups(register.Backups.Count == 0 ? [] : LongestPeriod.AllOf(register.Backups.Select(schedule => schedule.GoneAfterAtMost)));
    }

    /// <summary>When erased data are gone from the backups of one set too.</summary>
    /// <param name="schedule">The set of backups.</param>
    public string GoneFromBackups(BackupSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return GoneFromBackups([schedule.GoneAfterAtMost]);
    }

    /// <summary>When erased data are gone from the last backup too.</summary>
    /// <param name="periods">
    /// How long that takes at most; several where it depends on the day which is longest, such as a month and thirty days; none where no backups are declared.
    /// </param>
    protected abstract string GoneFromBackups(IReadOnlyList<NodaTime.Period> periods);

    /// <summary>How often a backup is made: "elke dag een back-up".</summary>
    /// <param name="interval">The time between two backups.</param>
    protected abstract string Frequency(NodaTime.Period interval);

    /// <summary>When backups are overwritten: "elke back-up wordt 3 maanden bewaard".</summary>
    /// <param name="rotation">The rotation.</param>
    protected abstract string Rotation(BackupRotation rotation);
}
