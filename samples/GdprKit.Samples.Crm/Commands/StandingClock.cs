using NodaTime;

namespace GdprKit.Samples.Crm.Commands;

/// <summary>A clock that stands still, to look at another day.</summary>
internal sealed class StandingClock(Instant now) : IClock
{
    public Instant GetCurrentInstant() => now;
}
