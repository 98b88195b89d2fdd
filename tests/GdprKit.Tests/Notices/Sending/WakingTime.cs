namespace GdprKit;

/// <summary>A time in which whoever waits is woken by the test, and waits again when there was nothing to do.</summary>
internal sealed class WakingTime : TimeProvider, IDisposable
{
    private readonly SemaphoreSlim _waiting = new(0);

    private volatile WokenTimer? _last;

    /// <summary>Wakes who waits, and comes back when it waits again.</summary>
    public void WakeAndWait()
    {
        _waiting.Wait(TestContext.Current.CancellationToken);
        _last!.Wake();
        _waiting.Wait(TestContext.Current.CancellationToken);
        _waiting.Release();
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _last = new WokenTimer(callback, state);
        _waiting.Release();
        return _last;
    }

    public void Dispose()
    {
        _waiting.Dispose();
        _last?.Dispose();
    }

    private sealed class WokenTimer(TimerCallback callback, object? state) : ITimer
    {
        public void Wake() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
