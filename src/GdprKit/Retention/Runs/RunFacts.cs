using NodaTime;

namespace GdprKit.Retention;

/// <summary>A run was approved: the order by which data go, with all that must be known to repeat it after a restore.</summary>
/// <param name="Preview">The digest of the preview that was looked at.</param>
/// <param name="Register">The hash of the register whose rules apply.</param>
/// <param name="Day">The day whose end of periods counts, where the controller is.</param>
/// <param name="By">Who approved it; <see langword="null"/> when the application did, within the limits that it was given.</param>
/// <param name="ExpiresAt">The first instant at which it is not begun any more.</param>
/// <param name="NeedsConfirmation">Whether somebody else has to approve it as well.</param>
/// <param name="Steps">What is done, in order.</param>
internal sealed record RunApproved(Digest Preview, Digest Register, LocalDate Day, Key<Operator>? By, Instant ExpiresAt, bool NeedsConfirmation, ValueList<RunStep> Steps);

/// <summary>Somebody else approved it as well.</summary>
/// <param name="By">Who.</param>
internal sealed record RunConfirmed(Key<Operator> By);

/// <summary>It began.</summary>
internal sealed record RunStarted;

/// <summary>Rows changed; committed with them.</summary>
/// <param name="Rows">How many, by step.</param>
internal sealed record RunBatch(ValueList<RunRows> Rows);

/// <summary>Rows of a step.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Rows">The number of rows that changed.</param>
internal sealed record RunRows(int Step, long Rows);

/// <summary>A step came to its end.</summary>
/// <param name="Step">The number of the step, from 0.</param>
/// <param name="Fault">Why it could not be done.</param>
internal sealed record RunStepEnded(int Step, RunFault Fault);

/// <summary>Somebody stopped it for a while.</summary>
/// <param name="By">Who.</param>
internal sealed record RunPaused(Key<Operator> By);

/// <summary>Somebody let it go on.</summary>
/// <param name="By">Who.</param>
internal sealed record RunResumed(Key<Operator> By);

/// <summary>Somebody ended it.</summary>
/// <param name="By">Who.</param>
internal sealed record RunCancelled(Key<Operator> By);

/// <summary>It came to its end.</summary>
/// <param name="Status">How.</param>
/// <param name="Reason">Why, where it stopped by itself.</param>
internal sealed record RunEnded(RunStatus Status, RunStop Reason);

/// <summary>The rules of a register apply from now on.</summary>
/// <param name="Register">The hash of the register.</param>
internal sealed record RulesWereSeen(Digest Register);
