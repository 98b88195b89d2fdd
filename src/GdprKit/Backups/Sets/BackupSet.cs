using GdprKit.Backups;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What was recorded about a set of backups beside its schedule.</summary>
/// <remarks>Streams of the kind <c>backup-set</c>, about nobody, with the key of the schedule as their key. Immutable. Safe for use by several threads.</remarks>
public sealed record BackupSet : IStreamState<BackupSet>
{
    /// <summary>How many delays are remembered: the last 100.</summary>
    public const int MostDelays = 100;

    /// <summary>Which backups are kept longer than the rotation says, or were, in the order in which that was recorded.</summary>
    public ValueList<BackupDelay> Delays { get; init; } = [];

    /// <summary>When it was last told which backups there are; <see langword="null"/> when nobody ever told it.</summary>
    public Instant? ReportedAt { get; init; }

    /// <summary>When the oldest of them was made; <see langword="null"/> when there was none.</summary>
    public Instant? Oldest { get; init; }

    /// <summary>When the newest of them was made; <see langword="null"/> when there was none.</summary>
    public Instant? Newest { get; init; }

    /// <summary>How many there were.</summary>
    public int Count { get; init; }

    /// <summary>When it was last tried whether a backup of it can be restored; <see langword="null"/> when it never was.</summary>
    public Instant? DrilledAt { get; init; }

    /// <summary>Whether it could, when it was last tried.</summary>
    public bool DrillSucceeded { get; init; }

    /// <summary>How entries become the state.</summary>
    public static StreamFold<BackupSet> Fold { get; } = new StreamFold<BackupSet>("backup-set", version: 1, new(), static () => BackupsJson.Default.BackupSet)
        .On(BackupEntries.Reported, static (state, entry) => state with
        {
            ReportedAt = entry.RecordedAt,
            Oldest = entry.Facts.Oldest,
            Newest = entry.Facts.Newest,
            Count = entry.Facts.Count,
        })
        .On(BackupEntries.Delayed, static (state, entry) => state with
        {
            Delays = [.. state.Delays.TakeLast(MostDelays - 1), new BackupDelay(entry.Id, entry.Facts.MadeFrom, entry.Facts.GoneBy, entry.RecordedAt)],
        })
        .On(BackupEntries.Gone, static (state, entry) => state with
        {
            Delays = state.Delays.Select(delay => delay.Id == entry.Facts.Delay ? delay with { EndedAt = entry.RecordedAt } : delay).ToValueList(),
        })
        .On(BackupEntries.Drilled, static (state, entry) => state with { DrilledAt = entry.RecordedAt, DrillSucceeded = entry.Facts.Succeeded })
        .Tell(BackupEntries.Reported, BackupWords.OfReported)
        .Tell(BackupEntries.Delayed, BackupWords.OfDelayed)
        .Tell(BackupEntries.Gone, static (_, words) => BackupWords.OfGone(words))
        .Tell(BackupEntries.Drilled, BackupWords.OfDrilled)
        .KeptAs(OwnRecordKind.Evidence);

    /// <summary>The stream of a set.</summary>
    /// <param name="set">The key of its schedule.</param>
    public static StreamId StreamOf(Key<BackupSchedule> set) => new(Fold.Kind, SubjectRef.None, StreamKey.Parse(set.ToString()));

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Parse("recorded"), ReportedAt ?? DrilledAt ?? Delays.Select(delay => delay.RecordedAt).DefaultIfEmpty(Instant.FromUnixTimeTicks(0)).Max(), null);
}
