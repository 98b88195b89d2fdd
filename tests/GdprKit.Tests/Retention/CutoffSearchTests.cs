using GdprKit.Retention;
using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

/// <summary>The cutoff against the definition, row by row: 42 shapes of period, seven anchors, every event that matters to 1990 to 2060.</summary>
public sealed class CutoffSearchTests
{
    private const int Stride = 17;

    private static readonly LocalDate FirstSweep = Day(1990, 1, 1);

    private static readonly LocalDate LastSweep = Day(2060, 12, 31);

    private static readonly LocalDate FirstEvent = FirstSweep.PlusYears(-33);

    private static readonly LocalDate[] Events = [.. DaysFrom(FirstEvent, LastSweep)];

    /// <summary>Every day of four years, one of them a leap year, and some of all others.</summary>
    private static readonly LocalDate[] Sweeps =
        [.. DaysFrom(FirstSweep, LastSweep).Where((day, index) => day.Year is >= 2023 and <= 2026 || index % Stride == 0)];

    private static readonly Period[] Periods =
    [
        .. from years in new[] { 0, 1, 4, 7, 30 } from months in new[] { 0, 1, 6, 13 } from days in new[] { 0, 15 } select Length(years, months, 0, days),
        Length(0, 0, 4, 0), Length(2, 11, 3, 29),
    ];

    public static TheoryData<RetentionAnchor, int, int> Anchors => new()
    {
        { RetentionAnchor.Exact, 12, 31 },
        { RetentionAnchor.EndOfMonth, 12, 31 },
        { RetentionAnchor.EndOfCalendarYear, 12, 31 },
        { RetentionAnchor.EndOfFinancialYear, 6, 30 },
        { RetentionAnchor.EndOfFinancialYear, 2, 29 },
        { RetentionAnchor.EndOfFinancialYear, 2, 28 },
        { RetentionAnchor.EndOfFinancialYear, 4, 5 },
    };

    [Theory]
    [MemberData(nameof(Anchors))]
    public void An_event_is_due_exactly_when_it_is_not_after_the_cutoff(RetentionAnchor anchor, int month, int day)
    {
        var calendar = new RetentionCalendar(new AnnualDate(month, day));
        foreach (var period in Periods)
        {
            var term = After(Invoice, period, anchor);
            RowByRow(happened => calendar.EndOf(term, happened), period.ToString());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(18)]
    [InlineData(28)]
    public void A_birth_is_due_exactly_when_it_is_not_after_the_cutoff(int age) =>
        RowByRow(birthDate => RetentionCalendar.LastDayBelow(age, birthDate), $"{age} years of age");

    [Theory]
    [InlineData(0, 1, "2021-02-28", "2021-01-31")]
    [InlineData(0, 1, "2021-02-27", "2021-01-27")]
    [InlineData(1, 0, "2025-02-28", "2024-02-29")]
    [InlineData(1, 0, "2024-02-29", "2023-02-28")]
    [InlineData(0, 0, "2024-02-29", "2024-02-29")]
    public void The_largest_date_is_found(int years, int months, string latestEnd, string cutoff)
    {
        var term = After(Invoice, Length(years, months, 0, 0));

        Search(term, Date(latestEnd)).Should().Be(Date(cutoff));
    }

    [Fact]
    public void Nothing_is_due_before_the_first_period_has_ended()
    {
        var term = After(Invoice, Period.FromYears(7));

        Search(term, Day(8, 1, 1)).Should().BeNull();
        Search(term, Day(8, 1, 2)).Should().Be(Day(1, 1, 2), "the day before it stands for no day");
        Search(term, RetentionFacts.NoDay).Should().BeNull();
        Search(After(Invoice, Period.Zero), RetentionFacts.NoDay).Should().BeNull();
    }

    [Fact]
    public void At_the_end_of_the_calendar_all_is_due_that_can_end()
    {
        Search(After(Invoice, Period.Zero), LocalDate.MaxIsoValue).Should().Be(Day(9999, 12, 30));
        Search(After(Invoice, Period.FromYears(1)), LocalDate.MaxIsoValue).Should().Be(Day(9998, 12, 30));
        Search(After(Invoice, Period.Zero), Day(9999, 12, 29)).Should().Be(Day(9999, 12, 29));
        Search(After(Invoice, Period.FromYears(9999)), LocalDate.MaxIsoValue).Should().BeNull();
    }

    /// <summary>Taking the period from today both forgets what is due and deletes what is not.</summary>
    [Fact]
    public void Taking_the_period_from_today_is_wrong()
    {
        var (tooEarly, tooLate) = (0, 0);
        foreach (var period in Periods)
        {
            var term = After(Invoice, period);
            foreach (var today in Sweeps)
            {
                var cutoff = Search(term, today)!.Value;
                tooEarly += today - period > cutoff ? 1 : 0;
                tooLate += today - period < cutoff ? 1 : 0;
            }
        }

        tooEarly.Should().BePositive();
        tooLate.Should().BePositive();
        (Day(2021, 2, 28) - Period.FromMonths(1)).Should().Be(Day(2021, 1, 28), "it forgets 29, 30 and 31 January, which end on that day as well");
        (Day(2021, 3, 14) - Length(0, 1, 0, 15)).Should().Be(Day(2021, 1, 30), "it deletes 28, 29 and 30 January, which end a day later");
    }

    /// <summary>
    /// The definition is looked at for every event. It never goes back, so the largest event that is due is where the ends, in the order
    /// of their events, pass the day of the sweep.
    /// </summary>
    private static void RowByRow(Func<LocalDate, LocalDate?> endOf, string rule)
    {
        var ends = Array.ConvertAll(Events, happened => endOf(happened)!.Value);
        Enumerable.Range(1, ends.Length - 1).Where(index => ends[index] < ends[index - 1]).Select(index => Events[index])
            .Should().BeEmpty("an end never goes back when its event goes forward ({0})", rule);

        var due = 0;
        foreach (var latestEnd in Sweeps)
        {
            while (due < ends.Length && ends[due] <= latestEnd)
            {
                due++;
            }

            if (CutoffSearch.LastDay(endOf, latestEnd) is var cutoff && cutoff != Events[due - 1])
            {
                cutoff.Should().Be(Events[due - 1], "it is {0} ({1})", latestEnd, rule);
            }
        }
    }

    private static LocalDate? Search(RetentionTerm.After term, LocalDate latestEnd) =>
        CutoffSearch.LastDay(happened => CalendarYears.EndOf(term, happened), latestEnd);

    private static IEnumerable<LocalDate> DaysFrom(LocalDate first, LocalDate last) =>
        Enumerable.Range(0, Period.DaysBetween(first, last) + 1).Select(first.PlusDays);

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;

    private static Period Length(int years, int months, int weeks, int days) =>
        new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build();
}
