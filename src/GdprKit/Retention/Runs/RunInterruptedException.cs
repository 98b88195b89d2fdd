namespace GdprKit.Retention;

/// <summary>Takes back a transaction in which rows were to go: somebody stopped the run meanwhile, or it would go too far.</summary>
/// <param name="reason">Why it ends by itself; <see cref="RunStop.None"/> when somebody stopped it.</param>
internal sealed class RunInterruptedException(RunStop reason) : Exception($"The run was stopped: {reason}.")
{
    public RunStop Reason => reason;
}
