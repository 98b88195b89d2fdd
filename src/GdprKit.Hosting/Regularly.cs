using NodaTime;

namespace GdprKit.Hosting;

/// <summary>Tells at even distances that it is time, the first time at once. A clock that is set back makes no distance longer.</summary>
/// <remarks>For one thread at a time.</remarks>
/// <param name="every">The distance, from when it was done.</param>
internal sealed class Regularly(Duration every)
{
    private Instant _next = Instant.MinValue;

    /// <summary>The round of a work for which it is not time yet; <see langword="null"/> when it is.</summary>
    /// <param name="now">Now.</param>
    public WorkRound? NotYet(Instant now) => now < _next && _next - now <= every ? new WorkRound(DidSomething: false, _next) : null;

    /// <summary>It was done.</summary>
    /// <param name="now">When it was begun.</param>
    /// <param name="didSomething">Whether there was something to do.</param>
    public WorkRound Done(Instant now, bool didSomething = true)
    {
        _next = now + every;
        return new WorkRound(didSomething, _next);
    }
}
