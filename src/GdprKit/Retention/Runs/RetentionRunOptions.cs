using NodaTime;

namespace GdprKit;

/// <summary>How data go that are past their period.</summary>
public sealed class RetentionRunOptions
{
    /// <summary>Whether somebody else has to approve a run as well. One that the application approves itself, within its limits, needs nobody.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool NeedsSecondPerson { get; set; }

    /// <summary>How long after its approval a run can begin.</summary>
    /// <value>More than no time, up to 31 days; the default is 7 days.</value>
    public Duration ApprovalLasts { get; set; } = Duration.FromDays(7);

    /// <summary>By which part of what was approved a step may exceed it, for what was imported or changed since; beyond it, the run stops.</summary>
    /// <value>From 0 to 1; the default is 0.1.</value>
    public double Tolerance { get; set; } = 0.1;

    /// <summary>About how many rows change in one transaction, where the store can cut an entity into ranges. Short transactions keep nobody waiting; long ones are faster.</summary>
    /// <value>From 1 to 1,000,000; the default is 50,000.</value>
    public int BatchSize { get; set; } = 50_000;

    /// <summary>How many rows change in a second at most; between two transactions the run waits for so long.</summary>
    /// <value>1 or more; the default is <see langword="null"/>: as many as the store can.</value>
    public int? RowsPerSecond { get; set; }

    /// <summary>
    /// Whether a run, and what erasures took at one go, ends with removing what is left of the rows in places that nobody reads, as free pages of a file of SQLite. As long as that takes, nobody else writes
    /// there, so switch it off where the file is very large, and do it by hand at a quiet hour.
    /// </summary>
    /// <value>The default is <see langword="true"/>.</value>
    public bool CompactsAfterwards { get; set; } = true;

    /// <summary>
    /// Whether the application approves by itself what is due, within <see cref="MostRows"/> and <see cref="MostShare"/>. Where it would be more, or a rule changed less than
    /// <see cref="WaitAfterChange"/> ago, nothing goes until somebody looks at it.
    /// </summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsAutomatic { get; set; }

    /// <summary>How many rows may go, or lose values, in one run that the application approved itself.</summary>
    /// <value>1 or more; the default is 10,000.</value>
    public long MostRows { get; set; } = 10_000;

    /// <summary>Which part of the rows of one entity may change in such a run; of an entity with fewer than 100 rows, as many as of one with 100.</summary>
    /// <value>From 0 to 1; the default is 0.05.</value>
    public double MostShare { get; set; } = 0.05;

    /// <summary>
    /// How long after the first run, or after a change of the register, the application approves nothing by itself, so that somebody can see what the rules do; and after a restore of which it is not known whose rows have to stay.
    /// </summary>
    /// <value>From zero to 366 days; the default is 7 days.</value>
    public Duration WaitAfterChange { get; set; } = Duration.FromDays(7);
}
