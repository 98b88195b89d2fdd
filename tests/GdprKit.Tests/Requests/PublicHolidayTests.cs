using NodaTime;

namespace GdprKit.Requests;

/// <summary>The calendars against days that were published.</summary>
public sealed class PublicHolidayTests
{
    // Tables of the churches and of astronomical almanacs; the earliest and the latest day that occur among them.
    [Theory]
    [InlineData(1818, 3, 22)]
    [InlineData(1943, 4, 25)]
    [InlineData(1954, 4, 18)]
    [InlineData(1981, 4, 19)]
    [InlineData(2000, 4, 23)]
    [InlineData(2008, 3, 23)]
    [InlineData(2011, 4, 24)]
    [InlineData(2019, 4, 21)]
    [InlineData(2020, 4, 12)]
    [InlineData(2021, 4, 4)]
    [InlineData(2022, 4, 17)]
    [InlineData(2023, 4, 9)]
    [InlineData(2024, 3, 31)]
    [InlineData(2025, 4, 20)]
    [InlineData(2026, 4, 5)]
    [InlineData(2027, 3, 28)]
    [InlineData(2028, 4, 16)]
    [InlineData(2029, 4, 1)]
    [InlineData(2030, 4, 21)]
    [InlineData(2038, 4, 25)]
    [InlineData(2049, 4, 18)]
    [InlineData(2076, 4, 19)]
    [InlineData(2285, 3, 22)]
    public void Easter_is_on_the_day_of_the_tables(int year, int month, int day) => Easter.SundayOf(year).Should().Be(new LocalDate(year, month, day));

    [Fact]
    public void Easter_is_a_Sunday_between_22_March_and_25_April()
    {
        foreach (var year in Enumerable.Range(1900, 800))
        {
            Easter.SundayOf(year).DayOfWeek.Should().Be(IsoDayOfWeek.Sunday);
            Easter.SundayOf(year).Should().BeInRange(new LocalDate(year, 3, 22), new LocalDate(year, 4, 25));
        }
    }

    [Theory]
    [InlineData("NL", 2025, "01-01 04-21 04-26 05-05 05-29 06-09 12-25 12-26")]
    [InlineData("NL", 2026, "01-01 04-06 04-27 05-05 05-14 05-25 12-25 12-26")]
    [InlineData("NL", 2013, "01-01 04-01 04-30 05-05 05-09 05-20 12-25 12-26")]
    [InlineData("BE", 2026, "01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25")]
    [InlineData("DE", 2026, "01-01 04-03 04-06 05-01 05-14 05-25 10-03 12-25 12-26")]
    [InlineData("FR", 2026, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData("AT", 2026, "01-01 01-06 04-06 05-01 05-14 05-25 06-04 08-15 10-26 11-01 12-08 12-25 12-26")]
    [InlineData("IE", 2022, "01-01 03-17 04-18 05-02 06-06 08-01 10-31 12-25 12-26")]
    [InlineData("IE", 2023, "01-01 02-06 03-17 04-10 05-01 06-05 08-07 10-30 12-25 12-26")]
    [InlineData("IE", 2030, "01-01 02-01 03-17 04-22 05-06 06-03 08-05 10-28 12-25 12-26")]
    [InlineData("LU", 2018, "01-01 04-02 05-01 05-10 05-21 06-23 08-15 11-01 12-25 12-26")]
    [InlineData("LU", 2026, "01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26")]
    [InlineData("ES", 2026, "01-01 04-03 05-01 08-15 10-12 11-01 12-06 12-08 12-25")]
    [InlineData("IT", 2025, "01-01 01-06 04-21 04-25 05-01 06-02 08-15 11-01 12-08 12-25 12-26")]
    [InlineData("IT", 2027, "01-01 01-06 03-29 04-25 05-01 06-02 08-15 10-04 11-01 12-08 12-25 12-26")]
    [InlineData("GB-EAW", 2020, "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28")]
    [InlineData("GB-EAW", 2021, "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28")]
    [InlineData("GB-EAW", 2022, "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27")]
    [InlineData("GB-EAW", 2023, "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26")]
    [InlineData("GB-EAW", 2012, "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26")]
    [InlineData("EU", 2026, "01-01 04-03 04-06 05-01 05-09 05-14 05-25 08-15 11-01 12-25 12-26")]
    public void A_calendar_has_the_days_of_its_law(string calendar, int year, string days) =>
        string.Join(' ', PublicHolidays.All.Single(each => each.Name == calendar).In(year).Select(day => day.ToString("MM-dd", null))).Should().Be(days);

    // As the deadlines of the vectors count them for 2025, of which Good Friday is doubtful.
    [Fact]
    public void A_doubtful_day_counts_as_a_working_day()
    {
        var days = new WorkingDays(PublicHolidays.Netherlands);

        days.Contains(new LocalDate(2025, 4, 18)).Should().BeTrue("Good Friday is a holiday for the terms of one act alone");
        days.Contains(new LocalDate(2025, 4, 21)).Should().BeFalse("Easter Monday is one for everybody");
        ResponseDeadline.Of("2025-11-25", days).Due.Should().Be(new LocalDate(2025, 12, 29), "Christmas, the day after, and a weekend");
    }

    [Fact]
    public void A_host_adds_the_calendar_of_its_region()
    {
        var days = new WorkingDays(PublicHolidays.Germany, new Bavaria());

        days.OnOrAfter(new LocalDate(2026, 1, 6)).Should().Be(new LocalDate(2026, 1, 7));
        new WorkingDays(PublicHolidays.Germany).OnOrAfter(new LocalDate(2026, 1, 6)).Should().Be(new LocalDate(2026, 1, 6));
    }

    [Theory]
    [InlineData(1989)]
    [InlineData(2300)]
    public void A_year_of_which_nothing_is_known_is_refused_and_not_taken_for_one_without_holidays(int year) =>
        PublicHolidays.Netherlands.Invoking(each => each.IsHoliday(new LocalDate(year, 1, 1))).Should().Throw<ArgumentOutOfRangeException>().WithMessage("GDPR1502: *");

    private sealed class Bavaria : IPublicHolidays
    {
        public bool IsHoliday(LocalDate day) => (day.Month, day.Day) is (1, 6);
    }
}
