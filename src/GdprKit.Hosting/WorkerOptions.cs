using NodaTime;

namespace GdprKit;

/// <summary>How the workers of GdprKit work.</summary>
/// <remarks>Not safe for use by several threads while it is changed.</remarks>
public sealed class WorkerOptions
{
    /// <summary>Whether people are told of the notice.</summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> in an instance that sends no mail.</value>
    public bool TellContacts { get; set; } = true;

    /// <summary>
    /// After how long the workers look for work of which nobody told them: newcomers, and what another instance began. What begins in the same process
    /// is done at once.
    /// </summary>
    /// <value>From 1 second to 1 day; the default is 1 minute.</value>
    public Duration LookEvery { get; set; } = Duration.FromMinutes(1);

    /// <summary>After how long at most a work that failed is tried again; the first time after a second, then twice as long each time.</summary>
    /// <value>From 1 second to 1 day; the default is 5 minutes.</value>
    public Duration LongestBackoff { get; set; } = Duration.FromMinutes(5);

    /// <summary>How often it is counted who was told, for metrics and the health check. It reads the whole audience.</summary>
    /// <value>From 1 second to 7 days; the default is 15 minutes.</value>
    public Duration CountEvery { get; set; } = Duration.FromMinutes(15);

    /// <summary>
    /// How often people who have no link to the ledger yet get one; the first time when the host has started. It reads the keys of everybody. What somebody says who was linked only after a backup was made is not found again
    /// when that backup is restored, so keep it well below the interval of the backups.
    /// </summary>
    /// <value>From 1 minute to 31 days; the default is 1 hour.</value>
    public Duration LinkEvery { get; set; } = Duration.FromHours(1);

    /// <summary>How often the whole ledger is verified, for the health check; the first time that long after the start. It reads all of it.</summary>
    /// <value>From 1 minute to 31 days; the default is 1 day.</value>
    public Duration VerifyEvery { get; set; } = Duration.FromDays(1);

    /// <summary>
    /// At which hour of the night what GdprKit remembers itself goes when its period has ended, and the application approves what is past its period, when
    /// <see cref="RetentionRunOptions.IsAutomatic"/> says so; by the clock on the wall where the controller is. Never at the start of a process; a night in which none ran is left out.
    /// </summary>
    /// <value>The default is 03:00.</value>
    public LocalTime CleanUpAt { get; set; } = new(3, 0);

    /// <summary>
    /// Whether a replay that somebody asked for after a restore, and that was not finished, is gone on with, and what was accepted in the mirror is merged when the database is not behind it any more. No replay is begun by itself.
    /// </summary>
    /// <value>The default is <see langword="true"/>; <see langword="false"/> in an instance that leaves it to another one, or to who asks again.</value>
    public bool ResumeReplays { get; set; } = true;

    /// <summary>
    /// Whether a script tells of every declared set which backups there are (<see cref="BackupSets.ReportAsync"/>), so that the health check says so of a set of which nobody ever did. A set that was told of once is
    /// watched in any case.
    /// </summary>
    /// <value>The default is <see langword="false"/>: to tell it is optional.</value>
    public bool BackupsAreReported { get; set; }

    /// <summary>For how long a work may fail, or a campaign stand still, before the health check tells.</summary>
    /// <value>More than nothing, and at most 30 days; the default is 1 hour.</value>
    public Duration PatientFor { get; set; } = Duration.FromHours(1);
}
