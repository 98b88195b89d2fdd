using NodaTime;
using static GdprKit.Retention.PlanRegister;

namespace GdprKit.Retention;

public sealed class ForecastTests : CountingTest
{
    private static readonly ProcessingRegister Register = RegisterOf(Activity("service", Rule("service", new RetentionTerm.After
    {
        Events = [Seen],
        Anchor = RetentionAnchor.Exact,
        Period = Period.FromDays(30),
    })));

    private static readonly IPersonalDataMap People = Map<Client>(data => data.IsSubject(Customers, c => c.Id).Field(Name, c => c.Name).Event(Seen, c => c.SeenOn));

    [Fact]
    public async Task What_is_due_today_is_not_forecast_and_what_is_due_tomorrow_is()
    {
        var forecast = await ForecastAsync(Today, 2, Today.PlusDays(-1), Today);

        forecast.Months.Select(month => month.Rows).Should().Equal(1, 0);
        forecast.Later.Should().Be(0);
    }

    [Theory]
    [InlineData("2026-01-31")]
    [InlineData("2028-02-29")]
    [InlineData("2027-02-28")]
    [InlineData("2026-12-31")]
    public async Task On_the_last_day_of_a_month_nothing_is_left_of_it(string day)
    {
        var today = LocalDate.FromDateOnly(DateOnly.Parse(day, null));

        var forecast = await ForecastAsync(today, 2, today.PlusDays(-1), today, today.PlusDays(1), today.PlusMonths(1));

        forecast.Months[0].Should().Be(new DueInMonth(today.ToYearMonth(), 0));
        forecast.Months[1].Month.Should().Be(today.ToYearMonth().PlusMonths(1));
        (forecast.Months[1].Rows + forecast.Later).Should().Be(3);
    }

    [Fact]
    public async Task What_is_released_on_the_first_of_a_month_is_due_in_that_month()
    {
        var forecast = await ForecastAsync(new LocalDate(2026, 1, 15), 3, new LocalDate(2026, 1, 30), new LocalDate(2026, 1, 31), new LocalDate(2026, 2, 28), new LocalDate(2026, 3, 1));

        forecast.Months.Select(month => month.Rows).Should().Equal(1, 1, 2);
    }

    [Fact]
    public async Task Rows_add_up_whatever_happens_to_them()
    {
        var forecast = await ForecastAsync(Today, 36, Today.PlusDays(-9), Today.PlusMonths(3), Today.PlusYears(9), null, LocalDate.MaxIsoValue, new LocalDate(1, 1, 1));

        forecast.Months.Should().HaveCount(36);
        (forecast.Months.Sum(month => month.Rows), forecast.Later).Should().Be((1, 4));
    }

    [Fact]
    public async Task The_calendar_ends_and_the_forecast_with_it()
    {
        var forecast = await ForecastAsync(new LocalDate(9999, 11, 30), 12, new LocalDate(9999, 12, 5), new LocalDate(9999, 12, 31));

        forecast.Months.Should().Equal(new DueInMonth(new YearMonth(9999, 11), 0), new DueInMonth(new YearMonth(9999, 12), 1));
        forecast.Later.Should().Be(1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(121)]
    public async Task A_forecast_has_1_to_120_months(int months)
    {
        var forecasting = async () => await Retention(Register, new StoreSketch().Entity<Client>(), [], [People]).ForecastAsync(months, Token);

        await forecasting.Should().ThrowAsync<ArgumentOutOfRangeException>().WithParameterName(nameof(months));
    }

    /// <summary>The forecast of rows by the last day on which they must be kept.</summary>
    private static async Task<GroupForecast> ForecastAsync(LocalDate today, int months, params IReadOnlyList<LocalDate?> keptThrough)
    {
        var rows = keptThrough.Select((last, index) => new Client { Id = index + 1, SeenOn = SeenBefore(last) });
        var forecast = await Retention(Register, new StoreSketch().Entity<Client>(), rows, [People], today).ForecastAsync(months, Token);
        forecast.Today.Should().Be(today);
        return forecast.Groups.Should().ContainSingle().Which;
    }

    // The first day of the calendar stands for none, and the last for never.
    private static DateOnly? SeenBefore(LocalDate? last) =>
        last is not { } day ? null : day == LocalDate.MaxIsoValue || day.Year == 1 ? day.ToDateOnly() : day.PlusDays(-30).ToDateOnly();
}
