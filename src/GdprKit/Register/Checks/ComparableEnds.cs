using NodaTime;

namespace GdprKit;

/// <summary>
/// The ends of two terms side by side, where both run from the same events: then one can be said to come before the other
/// without knowing a date.
/// </summary>
internal static class ComparableEnds
{
    // Four years hold every day on which an event can fall, 29 February included.
    private static readonly LocalDate FirstDay = new(2023, 1, 1);

    private static readonly LocalDate LastDay = new(2026, 12, 31);

    /// <summary>
    /// Both ends for every day of the event; nothing when one of the periods is no period that can be added, and
    /// <see langword="null"/> when the terms run from different events.
    /// </summary>
    public static IEnumerable<(LocalDate First, LocalDate Second)>? Of(RetentionTerm? first, RetentionTerm? second, AnnualDate financialYearEnd)
    {
        if (Single(first) is not { } one || Single(second) is not { } other || !one.Events.ToHashSet().SetEquals(other.Events) || one.Fallback != other.Fallback)
        {
            return null;
        }

        return PeriodCheck.IsUsable(one.Period) && PeriodCheck.IsUsable(other.Period)
            ? Days.Select(day => (End(one, day, financialYearEnd), End(other, day, financialYearEnd)))
            : [];
    }

    private static IEnumerable<LocalDate> Days
    {
        get
        {
            for (var day = FirstDay; day <= LastDay; day = day.PlusDays(1))
            {
                yield return day;
            }
        }
    }

    private static RetentionTerm.After? Single(RetentionTerm? term) => term switch
    {
        RetentionTerm.After { Events.IsEmpty: false } after => after,
        RetentionTerm.UntilAge { Age: >= 0 and <= 150 } until =>
            new RetentionTerm.After { Events = [until.BirthDate], Anchor = RetentionAnchor.Exact, Period = Period.FromYears(until.Age) },
        _ => null,
    };

    private static LocalDate End(RetentionTerm.After end, LocalDate day, AnnualDate financialYearEnd) => end.Anchor switch
    {
        RetentionAnchor.EndOfMonth => day.With(DateAdjusters.EndOfMonth),
        RetentionAnchor.EndOfCalendarYear => new LocalDate(day.Year, 12, 31),
        RetentionAnchor.EndOfFinancialYear => EndOfFinancialYear(day, financialYearEnd),
        _ => day,
    } + end.Period;

    private static LocalDate EndOfFinancialYear(LocalDate day, AnnualDate lastDay)
    {
        var end = lastDay.InYear(day.Year);
        return end < day ? lastDay.InYear(day.Year + 1) : end;
    }
}
