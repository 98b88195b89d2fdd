using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// How long to wait before the next round. After a call there is soon another look, and then ever later ones: what the call was about may be
/// committed only a moment after it.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class WorkPace(WorkerOptions options)
{
    private static readonly Duration First = Duration.FromSeconds(1);

    private Duration _idle = options.LookEvery;

    /// <summary>How many rounds failed in a row.</summary>
    public int Failures { get; private set; }

    /// <summary>Somebody called.</summary>
    public void Wake() => _idle = First / 2;

    /// <summary>How long to wait after a round that did what it could.</summary>
    public Duration After(WorkRound round, Instant now)
    {
        Failures = 0;
        _idle = Duration.Min(options.LookEvery, Duration.Max(First, _idle * 2));
        if (round.NextAt is not { } next)
        {
            return _idle;
        }

        // What says that there is more at once, and then does nothing, is not asked without a pause.
        var least = round.DidSomething ? Duration.Zero : First;
        return Duration.Max(least, Duration.Min(_idle, next - now));
    }

    /// <summary>How long to wait after a round that failed: ever longer.</summary>
    public Duration AfterFailure()
    {
        Failures++;
        return Duration.Min(options.LongestBackoff, First * Math.Pow(2, Math.Min(Failures - 1, 30)));
    }
}
