namespace GdprKit;

/// <summary>What came of a call of a runner.</summary>
/// <param name="Run">The run that it found, as it stands now; <see langword="null"/> when none was to be done.</param>
/// <param name="IsElsewhere">Whether another instance is at it.</param>
public sealed record RunRound(ListedRun? Run, bool IsElsewhere);
