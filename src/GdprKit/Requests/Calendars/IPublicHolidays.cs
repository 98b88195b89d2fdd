using NodaTime;

namespace GdprKit.Requests;

/// <summary>Which days are public holidays where something is to be done. Implement it for a calendar that GdprKit does not have: of a region, or of a year that was proclaimed.</summary>
/// <remarks>A day about which there is doubt is no holiday: then the answer is due earlier, and nobody waits too long. Safe for use by several threads.</remarks>
public interface IPublicHolidays
{
    /// <summary>Whether a day is a public holiday. Saturdays and Sundays need not be told: no period ends on them anyway.</summary>
    /// <param name="day">The day.</param>
    bool IsHoliday(LocalDate day);
}
