using NodaTime;

namespace GdprKit;

/// <summary>Periods as the controller's calendar counts them: a month ends where the local date of a month later begins.</summary>
internal static class ControllerTime
{
    public static Instant After(this DataController controller, Instant instant, Period period) => controller.At(controller.LocalOf(instant) + period);

    public static Instant Before(this DataController controller, Instant instant, Period period) => controller.At(controller.LocalOf(instant) - period);

    private static LocalDateTime LocalOf(this DataController controller, Instant instant) => instant.InZone(controller.TimeZone).LocalDateTime;

    private static Instant At(this DataController controller, LocalDateTime local) => local.InZoneLeniently(controller.TimeZone).ToInstant();
}
