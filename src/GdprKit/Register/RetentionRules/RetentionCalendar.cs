using System.Diagnostics;
using NodaTime;

namespace GdprKit;

/// <summary>
/// Where retention periods end on the calendar of a controller. The results are days that have a day after them, so before 31 December
/// 9999, by which many databases mean "never"; <see langword="null"/> stands for every other.
/// </summary>
/// <remarks>
/// Every end here moves forward, or stays, when its event does: the anchors are stairs that rise; adding years or months keeps the order
/// of dates (two dates may be clamped to one end of a month, they never cross); adding weeks or days moves all dates alike. A sequence
/// of such steps rises as well, so no shape of period has an end that goes back. The search for cutoffs rests on this.
/// </remarks>
/// <param name="FinancialYearEnd">The last day of the financial year; 29 February is the last day of February in every year.</param>
internal sealed record RetentionCalendar(AnnualDate FinancialYearEnd)
{
    private const int LeapYear = 2000;

    private const int MonthsPerYear = 12;

    private const int DaysPerWeek = 7;

    private static readonly AnnualDate CalendarYearEnd = new(12, 31);

    // Where the financial year ends on 28 February, that day is meant: its 29th is a day of the next year.
    private readonly bool _financialYearEndsWithMonth = IsEndOfMonth(FinancialYearEnd.InYear(LeapYear));

    /// <summary>The day from which a period runs.</summary>
    public LocalDate? Anchor(RetentionAnchor anchor, LocalDate day) => anchor switch
    {
        RetentionAnchor.Exact => day,
        RetentionAnchor.EndOfMonth => DateAdjusters.EndOfMonth(day),
        RetentionAnchor.EndOfCalendarYear => EndOfYear(CalendarYearEnd, day),
        RetentionAnchor.EndOfFinancialYear => EndOfYear(FinancialYearEnd, day),
        _ => throw new UnreachableException(),
    };

    /// <summary>The last day of a period that starts with an event on a day.</summary>
    public LocalDate? EndOf(RetentionTerm.After term, LocalDate day) =>
        Anchor(term.Anchor, day) is { } anchored ? Plus(anchored, term.Period, StandsForEndOfMonth(term.Anchor)) : null;

    /// <summary>
    /// The last day before a person completes a year of life. Who was born on 29 February completes it, in a year without that day, at
    /// the end of 28 February: the first day after it is 1 March (so § 188 BGB, and the practice in the Netherlands).
    /// </summary>
    public static LocalDate? LastDayBelow(int age, LocalDate birthDate) => Plus(birthDate, Period.FromYears(age), toEndOfMonth: false) switch
    {
        { } anniversary when anniversary.Day == birthDate.Day => anniversary.PlusDays(-1),
        var clamped => clamped,
    };

    private static LocalDate? EndOfYear(AnnualDate end, LocalDate day)
    {
        var thisYear = end.InYear(day.Year);
        return thisYear >= day ? thisYear
            : day.Year < LocalDate.MaxIsoValue.Year ? end.InYear(day.Year + 1)
            : null;
    }

    private static bool IsEndOfMonth(LocalDate day) => day == DateAdjusters.EndOfMonth(day);

    private bool StandsForEndOfMonth(RetentionAnchor anchor) =>
        anchor is RetentionAnchor.EndOfMonth or RetentionAnchor.EndOfCalendarYear
        || (anchor is RetentionAnchor.EndOfFinancialYear && _financialYearEndsWithMonth);

    /// <summary>A day plus a period: years, months, weeks, days, one after the other, as NodaTime adds them; it throws where this says null.</summary>
    /// <param name="day">The day.</param>
    /// <param name="period">The period, nothing in it negative.</param>
    /// <param name="toEndOfMonth">
    /// Whether the day stands for the end of its month. One month after the end of February is the end of March, the 31st, and
    /// not the 28th.
    /// </param>
    private static LocalDate? Plus(LocalDate day, Period period, bool toEndOfMonth)
    {
        var months = (MonthsPerYear * ((long)day.Year + period.Years)) + (day.Month - 1) + period.Months;
        if (months >= MonthsPerYear * (LocalDate.MaxIsoValue.Year + 1L))
        {
            return null;
        }

        var counted = day.PlusYears(period.Years).PlusMonths(period.Months);
        var from = toEndOfMonth ? DateAdjusters.EndOfMonth(counted) : counted;
        var days = ((long)DaysPerWeek * period.Weeks) + period.Days;
        return days < Period.DaysBetween(from, LocalDate.MaxIsoValue) ? from.PlusDays((int)days) : null;
    }
}
