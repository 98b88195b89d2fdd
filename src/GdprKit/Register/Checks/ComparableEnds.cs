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

        var calendar = new RetentionCalendar(financialYearEnd);
        return one.IsUsable && other.IsUsable ? Days.Select(day => (one.EndOf(calendar, day), other.EndOf(calendar, day))) : [];
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

    private static SingleEnd? Single(RetentionTerm? term) => term switch
    {
        // What was left out is another fault; meanwhile the day of the event is meant.
        RetentionTerm.After { Events.IsEmpty: false } after => new SingleEnd(
            after.Events,
            after.Fallback,
            PeriodCheck.IsUsable(after.Period),
            (calendar, day) => calendar.EndOf(after.Anchor is RetentionAnchor.Unspecified ? after with { Anchor = RetentionAnchor.Exact } : after, day)!.Value),
        RetentionTerm.UntilAge { Age: >= 0 and <= 150 } until => new SingleEnd(
            [until.BirthDate],
            Fallback: null,
            IsUsable: true,
            (_, day) => RetentionCalendar.LastDayBelow(until.Age, day)!.Value),
        _ => null,
    };

    private sealed record SingleEnd(
        ValueList<Key<RetentionEvent>> Events, Key<RetentionEvent>? Fallback, bool IsUsable, Func<RetentionCalendar, LocalDate, LocalDate> EndOf);
}
