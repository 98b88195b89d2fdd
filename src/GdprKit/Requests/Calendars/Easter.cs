using NodaTime;

namespace GdprKit.Requests;

/// <summary>The Easter of the Gregorian calendar, from which the movable feasts of western churches are counted.</summary>
internal static class Easter
{
    /// <summary>Easter Sunday: the first Sunday after the full moon of the church on or after 21 March.</summary>
    public static LocalDate SundayOf(int year)
    {
        // The moon comes back to the same day of the year after 19 years; centuries correct that by what the calendar leaves out, and by how the moon drifts.
        var (cycle, century) = (year % 19, year / 100);
        var leftOut = century - (century / 4);
        var drift = ((8 * century) + 13) / 25;
        var moon = ((19 * cycle) + leftOut - drift + 15) % 30;

        // 19 April at the latest, and no two years of one cycle alike.
        moon -= moon == 29 || (moon == 28 && cycle >= 11) ? 1 : 0;
        var fullMoon = new LocalDate(year, 3, 21).PlusDays(moon);
        return fullMoon.Next(IsoDayOfWeek.Sunday);
    }
}
