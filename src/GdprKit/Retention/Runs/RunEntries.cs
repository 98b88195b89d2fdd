using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>What is recorded about runs.</summary>
internal static class RunEntries
{
    public static EntryType<RunApproved> Approved { get; } = new("run.approved/1", static () => RunsJson.Default.RunApproved);

    public static EntryType<RunConfirmed> Confirmed { get; } = new("run.confirmed/1", static () => RunsJson.Default.RunConfirmed);

    public static EntryType<RunStarted> Started { get; } = new("run.started/1", static () => RunsJson.Default.RunStarted);

    public static EntryType<RunBatch> Batch { get; } = new("run.batch/1", static () => RunsJson.Default.RunBatch);

    public static EntryType<RunStepEnded> StepEnded { get; } = new("run.step-ended/1", static () => RunsJson.Default.RunStepEnded);

    public static EntryType<RunPaused> Paused { get; } = new("run.paused/1", static () => RunsJson.Default.RunPaused);

    public static EntryType<RunResumed> Resumed { get; } = new("run.resumed/1", static () => RunsJson.Default.RunResumed);

    public static EntryType<RunCancelled> Cancelled { get; } = new("run.cancelled/1", static () => RunsJson.Default.RunCancelled);

    public static EntryType<RunEnded> Ended { get; } = new("run.ended/1", static () => RunsJson.Default.RunEnded);

    public static EntryType<RunRepeated> Repeated { get; } = new("run.repeated/1", static () => RunsJson.Default.RunRepeated);

    public static EntryType<RulesWereSeen> RulesSeen { get; } = new("run.rules-seen/1", static () => RunsJson.Default.RulesWereSeen);

    public static EntryType<RulesWereHeld> RulesHeld { get; } = new("run.rules-held/1", static () => RunsJson.Default.RulesWereHeld);
}
