namespace GdprKit.Hosting;

/// <summary>Ends a wait early. Whoever takes <see cref="Next"/> before looking for work misses no call that comes while it looks.</summary>
/// <remarks>Safe for use by several threads.</remarks>
internal sealed class WakeUpCall
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next call.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Call() => Interlocked.Exchange(ref _next, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
