using CsCheck;
using NodaTime;
using static GdprKit.SampleRules;

namespace GdprKit;

public sealed class RetentionCalendarTests
{
    private static readonly Gen<LocalDate> Days = Gen.Int[0, 130 * 365].Select(days => Day(1930, 1, 1).PlusDays(days));

    public static TheoryData<RetentionAnchor, LocalDate, Period, LocalDate> Ends => new()
    {
        { RetentionAnchor.Exact, Day(2021, 1, 31), Period.FromMonths(1), Day(2021, 2, 28) },
        { RetentionAnchor.Exact, Day(2021, 2, 28), Period.FromMonths(1), Day(2021, 3, 28) },
        { RetentionAnchor.Exact, Day(2024, 2, 29), Period.FromYears(1), Day(2025, 2, 28) },
        { RetentionAnchor.Exact, Day(2024, 2, 29), Period.FromYears(4), Day(2028, 2, 29) },
        { RetentionAnchor.Exact, Day(2025, 3, 3), Period.FromWeeks(4), Day(2025, 3, 31) },
        { RetentionAnchor.Exact, Day(2025, 3, 3), Period.Zero, Day(2025, 3, 3) },
        { RetentionAnchor.EndOfMonth, Day(2025, 2, 10), Period.FromMonths(1), Day(2025, 3, 31) },
        { RetentionAnchor.EndOfMonth, Day(2025, 1, 31), Period.FromMonths(1), Day(2025, 2, 28) },
        { RetentionAnchor.EndOfMonth, Day(2023, 2, 1), Period.FromYears(1), Day(2024, 2, 29) },
        { RetentionAnchor.EndOfMonth, Day(2025, 2, 10), Period.FromDays(1), Day(2025, 3, 1) },
        { RetentionAnchor.EndOfCalendarYear, Day(2016, 7, 14), Period.FromYears(8), Day(2024, 12, 31) },
        { RetentionAnchor.EndOfCalendarYear, Day(2016, 12, 31), Period.FromMonths(6), Day(2017, 6, 30) },
        { RetentionAnchor.EndOfCalendarYear, Day(2017, 1, 1), Period.FromMonths(14), Day(2019, 2, 28) },
    };

    public static TheoryData<AnnualDate, LocalDate, LocalDate> FinancialYears => new()
    {
        { new(3, 31), Day(2024, 3, 31), Day(2024, 3, 31) },
        { new(3, 31), Day(2024, 4, 1), Day(2025, 3, 31) },
        { new(6, 30), Day(2024, 1, 1), Day(2024, 6, 30) },
        { new(4, 5), Day(2024, 4, 6), Day(2025, 4, 5) },
        { new(2, 29), Day(2023, 2, 28), Day(2023, 2, 28) },
        { new(2, 29), Day(2023, 3, 1), Day(2024, 2, 29) },
        { new(2, 29), Day(2024, 2, 29), Day(2024, 2, 29) },
        { new(2, 28), Day(2024, 2, 29), Day(2025, 2, 28) },
    };

    public static TheoryData<AnnualDate, Period, LocalDate> EndsAfterFinancialYear2023 => new()
    {
        { new(2, 29), Period.FromYears(1), Day(2024, 2, 29) },
        { new(2, 28), Period.FromYears(1), Day(2024, 2, 28) },
        { new(6, 30), Period.FromMonths(6), Day(2023, 12, 31) },
        { new(4, 5), Period.FromMonths(1), Day(2023, 5, 5) },
        { new(1, 30), Period.FromMonths(1), Day(2023, 2, 28) },
        { new(1, 30), Period.FromMonths(2), Day(2023, 3, 30) },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public void The_anchor_is_taken_first_and_the_period_added_to_it(RetentionAnchor anchor, LocalDate happened, Period period, LocalDate end)
    {
        CalendarYears.EndOf(After(Invoice, period, anchor), happened).Should().Be(end);
    }

    [Theory]
    [MemberData(nameof(FinancialYears))]
    public void A_financial_year_is_the_one_in_which_the_event_falls(AnnualDate lastDay, LocalDate happened, LocalDate end)
    {
        new RetentionCalendar(lastDay).Anchor(RetentionAnchor.EndOfFinancialYear, happened).Should().Be(end);
    }

    [Theory]
    [MemberData(nameof(EndsAfterFinancialYear2023))]
    public void A_financial_year_that_ends_with_a_month_is_counted_to_the_end_of_a_month(AnnualDate lastDay, Period period, LocalDate end)
    {
        new RetentionCalendar(lastDay).EndOf(After(Invoice, period, RetentionAnchor.EndOfFinancialYear), Day(2023, 1, 15)).Should().Be(end);
    }

    [Fact]
    public void From_the_day_of_an_event_a_period_is_added_as_NodaTime_adds_it()
    {
        Gen.Select(Days, Periods()).Sample((day, period) =>
            CalendarYears.EndOf(After(Invoice, period), day) == day + period);
    }

    [Fact]
    public void From_the_end_of_a_month_years_and_months_end_with_a_month()
    {
        Gen.Select(Days, Gen.Int[0, 40], Gen.Int[0, 40]).Sample((day, years, months) =>
        {
            var term = After(Invoice, new PeriodBuilder { Years = years, Months = months }.Build(), RetentionAnchor.EndOfMonth);
            var end = CalendarYears.EndOf(term, day)!.Value;
            return end.PlusDays(1).Day == 1 && Period.Between(new LocalDate(day.Year, day.Month, 1), new LocalDate(end.Year, end.Month, 1), PeriodUnits.Months).Months == (12 * years) + months;
        });
    }

    [Theory]
    [InlineData(RetentionAnchor.Exact)]
    [InlineData(RetentionAnchor.EndOfMonth)]
    [InlineData(RetentionAnchor.EndOfCalendarYear)]
    [InlineData(RetentionAnchor.EndOfFinancialYear)]
    public void No_end_lies_on_the_last_day_of_the_calendar_or_beyond_it(RetentionAnchor anchor)
    {
        var calendar = new RetentionCalendar(new AnnualDate(6, 30));

        calendar.EndOf(After(Invoice, Period.Zero, anchor), LocalDate.MaxIsoValue).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromDays(1), anchor), LocalDate.MaxIsoValue).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromYears(7), anchor), Day(9995, 1, 1)).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromYears(int.MaxValue), anchor), Day(2025, 1, 1)).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromMonths(int.MaxValue), anchor), Day(2025, 1, 1)).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromWeeks(int.MaxValue), anchor), Day(2025, 1, 1)).Should().BeNull();
        calendar.EndOf(After(Invoice, Period.FromDays(int.MaxValue), anchor), Day(2025, 1, 1)).Should().BeNull();
    }

    [Fact]
    public void The_last_day_that_has_an_end_is_the_one_before_the_last()
    {
        CalendarYears.EndOf(After(Invoice, Period.FromDays(1)), Day(9999, 12, 29)).Should().Be(Day(9999, 12, 30));
        CalendarYears.EndOf(After(Invoice, Period.FromDays(1)), Day(9999, 12, 30)).Should().BeNull();
        CalendarYears.EndOf(After(Invoice, Period.FromMonths(1), RetentionAnchor.EndOfMonth), Day(9999, 10, 5)).Should().Be(Day(9999, 11, 30));
    }

    [Theory]
    [InlineData(2009, 7, 1, 18, 2027, 6, 30)]
    [InlineData(2008, 2, 28, 18, 2026, 2, 27)]
    [InlineData(2008, 2, 29, 18, 2026, 2, 28)]
    [InlineData(2008, 3, 1, 18, 2026, 2, 28)]
    [InlineData(2008, 2, 29, 20, 2028, 2, 28)]
    [InlineData(2007, 3, 1, 1, 2008, 2, 29)]
    [InlineData(2009, 1, 1, 18, 2026, 12, 31)]
    public void A_year_of_life_is_complete_when_the_day_before_the_birthday_ends(int year, int month, int day, int age, int lastYear, int lastMonth, int lastDay)
    {
        RetentionCalendar.LastDayBelow(age, Day(year, month, day)).Should().Be(Day(lastYear, lastMonth, lastDay));
    }

    [Fact]
    public void An_age_that_is_reached_beyond_the_calendar_has_no_day()
    {
        RetentionCalendar.LastDayBelow(18, Day(9985, 1, 1)).Should().BeNull();
    }

    private static Gen<Period> Periods() => Gen.Select(Gen.Int[0, 40], Gen.Int[0, 40], Gen.Int[0, 10], Gen.Int[0, 800])
        .Select((years, months, weeks, days) => new PeriodBuilder { Years = years, Months = months, Weeks = weeks, Days = days }.Build());
}
