using System.Globalization;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What a replay did, or would do.</summary>
/// <remarks>Immutable. It names nobody. Safe for use by several threads.</remarks>
public sealed record RestoreReport
{
    /// <summary>How the database and its mirror stood when it began.</summary>
    public required MirrorStanding Standing { get; init; }

    /// <summary>The id of the restore; <see langword="null"/> when there was nothing to do, or it was a rehearsal.</summary>
    public required EntryId? Restore { get; init; }

    /// <summary>Whether nothing was changed.</summary>
    public required bool IsRehearsal { get; init; }

    /// <summary>
    /// Whether all is done that can be done by itself; not while a store has not answered an erasure that is repeated. The database is refused until then: ask for the replay again.
    /// </summary>
    public bool IsFinished => CountOf(RestoreFindingKind.ErasureWaiting) == 0;

    /// <summary>How many entries of the ledger the copy had in common with its mirror. What happened behind that is what the copy lacked.</summary>
    public required long From { get; init; }

    /// <summary>How many entries the mirror had.</summary>
    public required long To { get; init; }

    /// <summary>When the first of what the copy lacked was recorded; <see langword="null"/> when there was nothing, or it has expired.</summary>
    public Instant? LackedFrom { get; init; }

    /// <summary>When the last of it was recorded.</summary>
    public Instant? LackedTo { get; init; }

    /// <summary>What came of it, by kind; what needs attention is to be done by hand.</summary>
    public required ValueList<RestoreFinding> Findings { get; init; }

    /// <summary>Whether there was anything to do.</summary>
    public bool IsNeeded => Findings.Count > 0;

    /// <summary>What somebody has to do.</summary>
    public IEnumerable<RestoreFinding> NeedingAttention => Findings.Where(finding => finding.NeedsAttention);

    /// <summary>How often something of a kind was found.</summary>
    /// <param name="kind">The kind.</param>
    public long CountOf(RestoreFindingKind kind) => Findings.Where(finding => finding.Kind == kind).Sum(finding => finding.Count);

    /// <summary>The standing and the number of entries.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Standing}; {To - From} entries{(IsRehearsal ? ", rehearsed" : "")}");
}
