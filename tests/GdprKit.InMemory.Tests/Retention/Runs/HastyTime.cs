namespace GdprKit.InMemory.Retention;

/// <summary>A time in which whoever waits has waited.</summary>
internal sealed class HastyTime : TimeProvider
{
    private readonly List<TimeSpan> _waits = [];

    /// <summary>How long everybody would have waited.</summary>
    public TimeSpan Waited => _waits.Aggregate(TimeSpan.Zero, (all, one) => all + one);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _waits.Add(dueTime);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
