namespace GdprKit;

public abstract partial class NoticeWording
{
    /// <summary>The heading over what happens when a period ends.</summary>
    public abstract string WhenAPeriodEnds { get; }

    /// <summary>That data go when their period ends, and that the longest counts.</summary>
    public abstract string AboutPeriods { get; }

    /// <summary>The heading over backups.</summary>
    public abstract string Backups { get; }

    /// <summary>What backups are for, and that they still hold what was erased.</summary>
    public abstract string AboutBackups { get; }

    /// <summary>That erased data in backups are not used, and are erased again after a restore.</summary>
    public abstract string BackupsAreLeftAlone { get; }

    /// <summary>The heading over changes.</summary>
    public abstract string Changes { get; }

    /// <summary>That a new purpose is told beforehand (Art. 13(3), 14(4)).</summary>
    public abstract string NewPurposesAreToldBeforehand { get; }

    /// <summary>How other changes are told.</summary>
    public abstract string OtherChanges { get; }
}
