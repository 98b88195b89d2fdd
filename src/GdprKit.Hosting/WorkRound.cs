using NodaTime;

namespace GdprKit.Hosting;

/// <summary>What came of a round of work.</summary>
/// <param name="DidSomething">Whether there was something to do.</param>
/// <param name="NextAt">When there is more; <see langword="null"/> when nobody knows.</param>
internal sealed record WorkRound(bool DidSomething, Instant? NextAt)
{
    /// <summary>There was nothing to do.</summary>
    public static WorkRound Nothing { get; } = new(DidSomething: false, NextAt: null);

    /// <summary>Both, one after the other.</summary>
    public WorkRound And(WorkRound other) =>
        new(DidSomething || other.DidSomething, NextAt is { } mine && other.NextAt is { } others ? Instant.Min(mine, others) : NextAt ?? other.NextAt);
}
