using NodaTime;

namespace GdprKit.Hosting;

/// <summary>
/// Tells once a night, by the clock on the wall where the controller is, that it is time. Never because a process starts: the first night is the one after it, and a night in which none ran is left out.
/// </summary>
/// <remarks>For one thread at a time.</remarks>
/// <param name="at">At which hour (<see cref="WorkerOptions.CleanUpAt"/>). One that a night does not have is the one after it.</param>
internal sealed class OnceANight(LocalTime at)
{
    /// <summary>When it is time again; <see langword="null"/> before anybody asked.</summary>
    public Instant? Next { get; private set; }

    /// <summary>Whether it is time.</summary>
    /// <param name="now">Now.</param>
    /// <param name="zone">Where the controller is.</param>
    public bool IsDue(Instant now, DateTimeZone zone)
    {
        // A clock that was ahead and was set right must not put it off for as long.
        var night = NightAfter(now, zone);
        Next = Next < night ? Next : night;
        return now >= Next;
    }

    /// <summary>It was done; it is time again in the next night.</summary>
    /// <param name="now">When it was begun.</param>
    /// <param name="zone">Where the controller is.</param>
    public void Done(Instant now, DateTimeZone zone) => Next = NightAfter(now, zone);

    private Instant NightAfter(Instant now, DateTimeZone zone)
    {
        var today = now.InZone(zone).Date;
        var night = zone.AtLeniently(today.At(at)).ToInstant();
        return night > now ? night : zone.AtLeniently(today.PlusDays(1).At(at)).ToInstant();
    }
}
