using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>On which days a period can end: every day but Saturdays, Sundays and public holidays (Regulation (EEC, Euratom) No 1182/71, Art. 2 and 3).</summary>
/// <remarks>Immutable. Safe for use by several threads, as its calendars are.</remarks>
public sealed class WorkingDays
{
    private readonly ValueList<IPublicHolidays> _calendars;

    /// <summary>The working days where something is to be done.</summary>
    /// <param name="calendars">The holidays there; none for weekends alone.</param>
    public WorkingDays(params IEnumerable<IPublicHolidays> calendars) => _calendars = calendars.ToValueList();

    /// <summary>The working days of a country, with its public holidays where they are known, and else without any: then a period ends sooner, never later.</summary>
    /// <param name="country">The country.</param>
    public static WorkingDays In(CountryCode country) => new(PublicHolidays.All.Where(calendar => calendar.Name == country.ToString()));

    /// <summary>Whether a period can end on a day.</summary>
    /// <param name="day">The day.</param>
    public bool Contains(LocalDate day) => day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday) && !_calendars.Any(calendar => calendar.IsHoliday(day));

    /// <summary>On which day a period ends whose last day is a given one: that day, or the next working day (Art. 3(4)).</summary>
    /// <param name="last">The last day as it is counted.</param>
    public LocalDate OnOrAfter(LocalDate last)
    {
        while (!Contains(last))
        {
            last = last.PlusDays(1);
        }

        return last;
    }

    /// <summary>The last day of a period in weeks: the same day of the week as that of the event, or the next working day (Art. 3(2)(c) and (4)).</summary>
    /// <param name="event">The day of the event, which is not counted.</param>
    /// <param name="weeks">How many weeks; none ends on the day itself.</param>
    public LocalDate AfterWeeks(LocalDate @event, int weeks) => OnOrAfter(@event.PlusWeeks(weeks));

    /// <summary>
    /// The last day of a period in months: the day with the same number as that of the event, the last one of the month where it has none, or the next working
    /// day (Art. 3(2)(c) and (4)).
    /// </summary>
    /// <param name="event">The day of the event, which is not counted.</param>
    /// <param name="months">How many months; none ends on the day itself.</param>
    public LocalDate AfterMonths(LocalDate @event, int months) => OnOrAfter(@event.PlusMonths(months));
}
