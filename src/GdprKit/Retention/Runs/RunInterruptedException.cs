namespace GdprKit.Retention;

/// <summary>Takes back a transaction in which rows were to go: somebody stopped the run meanwhile, or it would go too far.</summary>
/// <param name="reason">Why it ends by itself; <see langword="null"/> when somebody stopped it.</param>
#pragma warning disable CA1064 // It is caught where the run is done, and nobody else meets it.
internal sealed class RunInterruptedException(RunStop? reason) : Exception($"The run was stopped{(reason is null ? "" : $": {reason}")}.")
#pragma warning restore CA1064
{
    public RunStop? Reason => reason;
}
