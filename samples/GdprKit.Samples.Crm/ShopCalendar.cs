using NodaTime;

namespace GdprKit.Samples.Crm;

/// <summary>What day it is in the shop, which is in the Netherlands wherever its server stands.</summary>
public sealed class ShopCalendar(IClock clock)
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>What the clock in the shop showed at an instant.</summary>
    public static LocalDateTime At(Instant instant) => instant.InZone(Zone).LocalDateTime;

    public LocalDate Today => clock.GetCurrentInstant().InZone(Zone).Date;
}
