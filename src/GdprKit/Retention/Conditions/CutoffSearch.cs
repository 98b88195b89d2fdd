using NodaTime;

namespace GdprKit.Retention;

/// <summary>Finds the largest date whose period has ended, by halving the calendar: some twenty looks, whatever the rule.</summary>
internal static class CutoffSearch
{
    private static readonly LocalDate FirstDay = RetentionFacts.NoDay.PlusDays(1);

    /// <summary>The last day for which a period ends on a day or before it; <see langword="null"/> when there is none.</summary>
    /// <param name="endOf">
    /// The last day of the period that starts with a day. It never goes back when that day goes forward, and it is at most one day before
    /// that day; <see langword="null"/> lies beyond every day.
    /// </param>
    /// <param name="latestEnd">The last end that is due.</param>
    public static LocalDate? LastDay(Func<LocalDate, LocalDate?> endOf, LocalDate latestEnd)
    {
        if (!IsDue(FirstDay))
        {
            return null;
        }

        // Two days after the last due end nothing can be due, and the last day of the calendar never is.
        var (due, notDue) = (0, Period.DaysBetween(FirstDay, latestEnd < LocalDate.MaxIsoValue.PlusDays(-2) ? latestEnd.PlusDays(2) : LocalDate.MaxIsoValue));
        while (notDue - due > 1)
        {
            var middle = due + ((notDue - due) / 2);
            (due, notDue) = IsDue(FirstDay.PlusDays(middle)) ? (middle, notDue) : (due, middle);
        }

        return FirstDay.PlusDays(due);

        bool IsDue(LocalDate day) => endOf(day) <= latestEnd;
    }
}
