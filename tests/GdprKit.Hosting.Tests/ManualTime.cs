using System.Threading.Channels;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Hosting;

/// <summary>Time that passes when a test says so. A test waits until somebody waits for time, never for time itself.</summary>
internal sealed class ManualTime(FakeClock clock) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<Waiting> _waiting = [];
    private readonly Channel<Duration> _begun = Channel.CreateUnbounded<Duration>();

    public override DateTimeOffset GetUtcNow() => clock.GetCurrentInstant().ToDateTimeOffset();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var wait = Duration.FromTimeSpan(dueTime);
        var waiting = new Waiting(this, () => callback(state), clock.GetCurrentInstant() + wait);
        lock (_gate)
        {
            _waiting.Add(waiting);
        }

        _begun.Writer.TryWrite(wait);
        return waiting;
    }

    /// <summary>For how long the next one waits who begins to.</summary>
    public ValueTask<Duration> NextWaitAsync(CancellationToken cancellationToken) => _begun.Reader.ReadAsync(cancellationToken);

    public void Pass(Duration duration)
    {
        clock.Advance(duration);
        List<Waiting> due;
        lock (_gate)
        {
            due = [.. _waiting.Where(waiting => waiting.Until <= clock.GetCurrentInstant())];
            _waiting.RemoveAll(due.Contains);
        }

        due.ForEach(waiting => waiting.Call());
    }

    private sealed class Waiting(ManualTime time, Action call, Instant until) : ITimer
    {
        public Instant Until => until;

        public void Call() => call();

        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            lock (time._gate)
            {
                time._waiting.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
