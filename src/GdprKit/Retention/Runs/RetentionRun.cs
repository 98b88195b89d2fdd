using GdprKit.Ledger;
using GdprKit.Retention;
using NodaTime;

namespace GdprKit;

/// <summary>A retention run: what was approved, and what became of it.</summary>
/// <remarks>
/// Streams of the kind <c>retention-run</c>, about nobody, with the id of the run as their key. They hold numbers of rows, and no
/// key of any row; what their parts are called is kept as content. Due when what was approved is not begun any more. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record RetentionRun : IStreamState<RetentionRun>
{
    /// <summary>How far it is. One that was not begun in time is <see cref="RunStatus.Expired"/> from the first time somebody gets to it.</summary>
    public RunStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>The digest of the preview that was approved; <see langword="null"/> when there is no such run.</summary>
    public Digest? Preview { get; init; }

    /// <summary>The hash of the register whose rules apply.</summary>
    public Digest? Register { get; init; }

    /// <summary>The day whose end of periods counts, where the controller is: nothing goes that was not due then, however long the run takes.</summary>
    public LocalDate Day { get; init; }

    /// <summary>Who approved it; <see langword="null"/> when the application did, within the limits that it was given.</summary>
    public Key<Operator>? ApprovedBy { get; init; }

    /// <summary>Who approved it as well.</summary>
    public Key<Operator>? ConfirmedBy { get; init; }

    /// <summary>When it was approved.</summary>
    public Instant ApprovedAt { get; init; }

    /// <summary>The first instant at which it is not begun any more.</summary>
    public Instant ExpiresAt { get; init; }

    /// <summary>When it began.</summary>
    public Instant? StartedAt { get; init; }

    /// <summary>When it came to its end.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Why it stopped by itself; <see langword="null"/> when it did not.</summary>
    public RunStop? Reason { get; init; }

    /// <summary>After which restore of an older copy of the database it was done again, last; <see langword="null"/> when it was not.</summary>
    public EntryId? RepeatedAfter { get; init; }

    /// <summary>What is done, in order.</summary>
    public ValueList<RunStep> Steps { get; init; } = [];

    /// <summary>How entries become the state.</summary>
    public static StreamFold<RetentionRun> Fold { get; } = new StreamFold<RetentionRun>("retention-run", version: 2, new(), static () => RunsJson.Default.RetentionRun)
        .On(RunEntries.Approved, static (_, entry) => Of(entry.Facts, entry.RecordedAt))
        .On(RunEntries.Confirmed, static (state, entry) => state.To(RunStatus.Approved, entry.RecordedAt) with { ConfirmedBy = entry.Facts.By })
        .On(RunEntries.Started, static (state, entry) => state.To(RunStatus.Running, entry.RecordedAt) with { StartedAt = entry.RecordedAt })
        .On(RunEntries.Batch, static (state, entry) => entry.Facts.Rows.Aggregate(state, static (run, rows) => run.With(rows.Step, step => step with { Done = step.Done + rows.Rows })))
        .On(RunEntries.StepEnded, static (state, entry) => state.With(entry.Facts.Step, step => step with { IsFinished = true, Fault = entry.Facts.Fault }))
        .On(RunEntries.Paused, static (state, entry) => state.To(RunStatus.Paused, entry.RecordedAt))
        .On(RunEntries.Resumed, static (state, entry) => state.To(state.StartedAt is null ? RunStatus.Approved : RunStatus.Running, entry.RecordedAt))
        .On(RunEntries.Cancelled, static (state, entry) => state.To(RunStatus.Cancelled, entry.RecordedAt) with { EndedAt = entry.RecordedAt })
        .On(RunEntries.Ended, static (state, entry) => state.To(entry.Facts.Status, entry.RecordedAt) with { EndedAt = entry.RecordedAt, Reason = entry.Facts.Reason })
        .On(RunEntries.Repeated, static (state, entry) => state.To(RunStatus.Approved, entry.RecordedAt) with
        {
            ExpiresAt = entry.Facts.ExpiresAt,
            StartedAt = null,
            EndedAt = null,
            Reason = null,
            RepeatedAfter = entry.Facts.Restore,
            Steps = state.Steps.Select(step => step with { Done = 0, IsFinished = false, Fault = null }).ToValueList(),
        })
        .Tell(RunEntries.Approved, RunWords.OfApproved)
        .Tell(RunEntries.Confirmed, static (_, words) => RunWords.OfConfirmed(words))
        .Tell(RunEntries.Started, static (_, words) => RunWords.OfStarted(words))
        .Tell(RunEntries.Batch, RunWords.OfBatch)
        .Tell(RunEntries.StepEnded, RunWords.OfStepEnded)
        .Tell(RunEntries.Paused, static (_, words) => RunWords.OfPaused(words))
        .Tell(RunEntries.Resumed, static (_, words) => RunWords.OfResumed(words))
        .Tell(RunEntries.Cancelled, static (_, words) => RunWords.OfCancelled(words))
        .Tell(RunEntries.Ended, RunWords.OfEnded)
        .Tell(RunEntries.Repeated, static (_, words) => RunWords.OfRepeated(words))
        .KeptAs(OwnRecordKind.Evidence, [.. Ends.Select(StreamStatus.Of)]);

    /// <summary>Whether it came to its end, whichever.</summary>
    public bool IsOver => Ends.Contains(Status);

    /// <summary>How many rows changed.</summary>
    public long Done => Steps.Sum(step => step.Done);

    /// <summary>How many rows were approved.</summary>
    public long Approved => Steps.Sum(step => step.Approved);

    private static ValueList<RunStatus> Ends => [RunStatus.Completed, RunStatus.Incomplete, RunStatus.Stopped, RunStatus.Cancelled, RunStatus.Expired];

    /// <summary>The stream of a run.</summary>
    /// <param name="run">The id of the run.</param>
    public static StreamId StreamOf(EntryId run) => new(Fold.Kind, SubjectRef.None, StreamKey.Of(run));

    /// <summary>The id of a run.</summary>
    /// <param name="stream">Its stream.</param>
    public static EntryId IdOf(StreamId stream) => EntryId.Parse(stream.Key.ToString());

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(StreamStatus.Of(Status), Since, Status is RunStatus.AwaitingConfirmation or RunStatus.Approved ? ExpiresAt : null);

    private static RetentionRun Of(RunApproved facts, Instant at) => new()
    {
        Status = facts.NeedsConfirmation ? RunStatus.AwaitingConfirmation : RunStatus.Approved,
        Since = at,
        Preview = facts.Preview,
        Register = facts.Register,
        Day = facts.Day,
        ApprovedBy = facts.By,
        ApprovedAt = at,
        ExpiresAt = facts.ExpiresAt,
        Steps = facts.Steps,
    };

    private RetentionRun To(RunStatus status, Instant at) => this with { Status = status, Since = at };

    private RetentionRun With(int number, Func<RunStep, RunStep> change) => this with { Steps = Steps.Select((step, i) => i == number ? change(step) : step).ToValueList() };
}
