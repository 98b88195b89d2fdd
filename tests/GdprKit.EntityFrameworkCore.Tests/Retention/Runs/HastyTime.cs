namespace GdprKit.EntityFrameworkCore.Retention;

/// <summary>A time in which whoever waits has waited, and something may happen meanwhile.</summary>
/// <param name="meanwhile">Is called with the number of the wait, from 1, before it is over; <see langword="null"/> for nobody.</param>
internal sealed class HastyTime(Action<int>? meanwhile = null) : TimeProvider
{
    private int _waits;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        meanwhile?.Invoke(Interlocked.Increment(ref _waits));
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
