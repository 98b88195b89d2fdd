using GdprKit.Backups;
using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>An older copy of the database that was put in its place, and what was done about it.</summary>
/// <remarks>Streams of the kind <c>restore</c>, about nobody, with an id as their key. Immutable. Safe for use by several threads.</remarks>
public sealed record DatabaseRestore : IStreamState<DatabaseRestore>
{
    /// <summary>How far it has come.</summary>
    public DatabaseRestoreStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>When it was noticed by somebody who did something about it.</summary>
    public Instant NoticedAt { get; init; }

    /// <summary>Who had it replayed last, or overrode it.</summary>
    public Key<Operator>? By { get; init; }

    /// <summary>How many entries of the ledger the copy had in common with the mirror: the position of the first that came back. 0 until it is replayed.</summary>
    public long From { get; init; }

    /// <summary>How many entries the mirror had: the position behind the last that came back.</summary>
    public long To { get; init; }

    /// <summary>What came of it; empty until it is replayed.</summary>
    public ValueList<RestoreFinding> Findings { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<DatabaseRestore> Fold { get; } = new StreamFold<DatabaseRestore>(LedgerGuard.RestoreKind.ToString(), version: 1, new(), static () => BackupsJson.Default.DatabaseRestore)
        .On(RestoreEntries.Overridden, static (state, entry) => state.Move(DatabaseRestoreStatus.Overridden, entry) with { By = entry.Facts.By, To = entry.Facts.To })
        .On(RestoreEntries.Begun, static (state, entry) => state.Move(DatabaseRestoreStatus.Replaying, entry) with { By = entry.Facts.By, From = entry.Facts.From, To = entry.Facts.To })
        .On(RestoreEntries.Finished, static (state, entry) => state.Move(DatabaseRestoreStatus.Replayed, entry) with { Findings = entry.Facts.Findings })
        .On(RestoreEntries.Superseded, static (state, entry) => state.Move(DatabaseRestoreStatus.Superseded, entry))
        .Tell(RestoreEntries.Overridden, static (_, words) => RestoreWords.OfOverridden(words))
        .Tell(RestoreEntries.Begun, RestoreWords.OfBegun)
        .Tell(RestoreEntries.Finished, RestoreWords.OfFinished)
        .Tell(RestoreEntries.Superseded, static (_, words) => RestoreWords.OfSuperseded(words))
        .KeptAs(OwnRecordKind.Evidence, StreamStatus.Of(DatabaseRestoreStatus.Replayed), StreamStatus.Of(DatabaseRestoreStatus.Superseded));

    /// <summary>Whether somebody took upon himself that the application goes on with the copy that stands there now, and not with another one.</summary>
    internal static bool Overrides(StreamHead head, MirrorStanding standing) => Fold.TryRead(head) is { } state && state.Overrides(standing);

    /// <inheritdoc cref="Overrides(StreamHead, MirrorStanding)"/>
    internal bool Overrides(MirrorStanding standing) => Status is DatabaseRestoreStatus.Overridden && To == standing.MirrorSize;

    /// <summary>The stream of a restore.</summary>
    /// <param name="restore">Its id.</param>
    public static StreamId StreamOf(EntryId restore) => new(Fold.Kind, SubjectRef.None, StreamKey.Of(restore));

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since, null);

    private DatabaseRestore Move<TFacts>(DatabaseRestoreStatus status, Entry<TFacts> entry)
        where TFacts : class => this with { Status = status, Since = entry.RecordedAt, NoticedAt = Status is DatabaseRestoreStatus.Unknown ? entry.RecordedAt : NoticedAt };
}
