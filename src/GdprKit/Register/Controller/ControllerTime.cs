using NodaTime;

namespace GdprKit;

/// <summary>Periods as the controller's calendar counts them: a month ends where the local date of a month later begins.</summary>
internal static class ControllerTime
{
    public static Instant After(this DataController controller, Instant instant, Period period)
    {
        var zone = controller.TimeZone;
        return (instant.InZone(zone).LocalDateTime + period).InZoneLeniently(zone).ToInstant();
    }
}
