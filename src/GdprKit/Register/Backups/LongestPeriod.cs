using NodaTime;

namespace GdprKit;

/// <summary>
/// The longest of several periods. Which of a month and thirty days is longer depends on the day from which they run, so they are
/// compared by every day of four years.
/// </summary>
internal static class LongestPeriod
{
    private static readonly LocalDate[] Days = [.. Enumerable.Range(0, (4 * 365) + 1).Select(new LocalDate(2023, 1, 1).PlusDays)];

    /// <summary>The period that can last longest; of several, the one that never lasts less.</summary>
    /// <param name="periods">One or more periods.</param>
    public static Period Of(IEnumerable<Period> periods) => periods
        .Select(period => (Period: period, Lengths: Lengths(period)))
        .OrderByDescending(candidate => candidate.Lengths.Max())
        .ThenByDescending(candidate => candidate.Lengths.Min())
        .First().Period;

    /// <summary>The periods that no other one outlasts from every day; one, unless they take turns.</summary>
    /// <param name="periods">One or more periods.</param>
    public static IReadOnlyList<Period> AllOf(IEnumerable<Period> periods)
    {
        var longest = new List<(Period Period, int[] Lengths)>();
        foreach (var period in periods)
        {
            var lengths = Lengths(period);
            if (!longest.Any(other => Covers(other.Lengths, lengths)))
            {
                longest.RemoveAll(other => Covers(lengths, other.Lengths));
                longest.Add((period, lengths));
            }
        }

        return [.. longest.Select(candidate => candidate.Period)];
    }

    private static bool Covers(int[] lengths, int[] others) => lengths.Zip(others).All(pair => pair.First >= pair.Second);

    private static int[] Lengths(Period period) => [.. Days.Select(day => Period.DaysBetween(day, day + period))];
}
