namespace GdprKit.Retention;

/// <summary>It came to its end.</summary>
/// <param name="Status">How.</param>
/// <param name="Reason">Why, where it stopped by itself.</param>
internal sealed record RunEnded(RunStatus Status, RunStop? Reason);
