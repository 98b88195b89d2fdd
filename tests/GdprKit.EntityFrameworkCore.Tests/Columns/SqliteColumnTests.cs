using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>Dates in SQLite, which keeps what it is given.</summary>
public sealed class SqliteColumnTests
{
    private static readonly string[] Odd =
    [
        "'2001-13-45'", "'abc'", "''", "' '", "'2001-02-30'", "'20010203'", "' 2001-02-03'", "'2001-02-03 '", "'2001-02-03T25:00'", "'2001-02-03 24:00:00'", "'0000-00-00'", "'2001-02-03 10:00:00+02:00'",
        "20010203", "2457082.5", "'2457082.5'", "0", "-1", "X'323030312D30322D3033'", "X'323030312D30322D303300FF'", "X''", "X'FF'",
    ];

    private static readonly DateTime[] Clocks = [.. ColumnDates.Clocks.Select(clock => clock.ToDateTimeUnspecified())];

    [Fact]
    public Task Days() => CheckAsync<DateOnly?>([.. ColumnDates.Days, null]);

    [Fact]
    public Task Days_that_another_program_wrote_in_its_own_way_are_found_as_they_are_read_and_what_is_none_never() =>
        CheckAsync<DateOnly?>([.. ColumnDates.Days, null], written: ["'2019-5-1'", "'2019-05-01'", "'05/01/2019'", "'01 May 2019'", .. Odd]);

    [Fact]
    public Task Times_that_another_program_wrote_in_its_own_way_are_found_as_they_are_read_and_what_is_none_never() =>
        CheckAsync<DateTime?>([.. Clocks, null], meaning: TimeMeaning.ControllerLocal, written: ["'2019-05-01'", "'2019-05-01T23:30:00'", "'05/01/2019'", "'01 May 2019 10:00'", .. Odd]);

    [Fact]
    public Task Days_that_a_converter_of_the_host_does_not_know_are_never_found() => CheckAsync<DateOnly?>(
        [.. ColumnDates.Days, null],
        day => day.HasConversion(day => day!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture)),
        written: ["'20011345'", "20010203", "'2001020'", .. Odd]);

    [Fact]
    public Task Times_that_a_converter_of_the_host_does_not_take_are_never_found() => CheckAsync<LocalDateTime?>(
        [.. ColumnDates.Clocks.Where(clock => clock.Year > 1900), null],
        time => time.HasConversion(time => time!.Value.ToDateTimeUnspecified(), time => time.Year > 1900 ? LocalDateTime.FromDateTime(time) : Throw(time)),
        TimeMeaning.ControllerLocal,
        written: ["'1850-02-03 10:00:00'", "'2001-02-03'"]);

    [Theory]
    [InlineData(TimeMeaning.Utc)]
    [InlineData(TimeMeaning.ControllerLocal)]
    [InlineData(TimeMeaning.Date)]
    public Task Times(TimeMeaning meaning) => CheckAsync<DateTime?>([.. Clocks, null], meaning: meaning);

    [Fact]
    public Task Days_as_texts_that_sort() => CheckAsync<DateOnly?>(
        [.. ColumnDates.Days, null],
        day => day.HasConversion(day => day!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture)));

    [Fact]
    public Task Days_as_numbers() => CheckAsync<DateOnly?>([.. ColumnDates.Days, null], day => day.HasConversion(day => day!.Value.DayNumber, number => DateOnly.FromDayNumber(number)));

    [Fact]
    public Task Times_as_texts() => CheckAsync<DateTime?>([.. Clocks, null], time => time.HasConversion<string>(), TimeMeaning.Utc);

    [Fact]
    public Task Moments_as_numbers() => CheckAsync<DateTimeOffset?>(
        [.. ColumnDates.Moments.Select(moment => moment.ToDateTimeOffset()), null],
        moment => moment.HasConversion(moment => moment!.Value.UtcTicks, ticks => new DateTimeOffset(ticks, TimeSpan.Zero)));

    [Fact]
    public Task Days_of_NodaTime_as_texts() => CheckAsync<LocalDate?>(
        [.. ColumnDates.Days.Select(LocalDate.FromDateOnly), null],
        day => day.HasConversion(
            day => NodaTime.Text.LocalDatePattern.Iso.Format(day!.Value), text => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value));

    [Fact]
    public Task Moments_of_NodaTime_as_numbers() => CheckAsync<Instant?>(
        [.. ColumnDates.Moments, null], moment => moment.HasConversion(moment => moment!.Value.ToUnixTimeTicks(), ticks => Instant.FromUnixTimeTicks(ticks)));

    [Fact]
    public void Moments_with_an_offset_in_texts_do_not_sort_and_are_refused() => CheckRefused<DateTimeOffset?>();

    [Fact]
    public void Moments_with_an_offset_that_are_converted_to_texts_are_refused() => CheckRefused<DateTimeOffset?>(moment => moment.HasConversion<string>());

    [Fact]
    public void Moments_with_an_offset_in_their_binary_form_sort_by_the_clock_and_are_refused() => CheckRefused<DateTimeOffset?>(moment => moment.HasConversion<long>());

    [Fact]
    public void Times_in_their_binary_form_sort_by_their_kind_and_are_refused() =>
        CheckRefused<DateTime?>(time => time.HasConversion(time => time!.Value.ToBinary(), binary => DateTime.FromBinary(binary)), TimeMeaning.Utc);

    [Fact]
    public void Days_that_begin_with_the_day_of_the_month_are_refused() => CheckRefused<DateOnly?>(day => day.HasConversion(
        day => day!.Value.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "dd-MM-yyyy", CultureInfo.InvariantCulture)));

    [Fact]
    public void Days_that_are_counted_backwards_are_refused() => CheckRefused<DateOnly?>(day => day.HasConversion(day => -day!.Value.DayNumber, number => DateOnly.FromDayNumber(-number)));

    private static LocalDateTime Throw(DateTime time) => throw new KeyNotFoundException($"Nothing is known of {time}.");

    private static async Task CheckAsync<T>(IEnumerable<T?> dates, Action<PropertyBuilder<T?>>? configure = null, TimeMeaning meaning = TimeMeaning.Unspecified, string[]? written = null)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var proof = new ColumnProof<T>(options => options.UseSqlite(connection), configure, meaning);
        await proof.PutAsync(dates, written ?? []);
        await (written is null ? proof.CheckAsync() : proof.CheckTextsAsync());
    }

    private static void CheckRefused<T>(Action<PropertyBuilder<T?>>? configure = null, TimeMeaning meaning = TimeMeaning.Unspecified) =>
        new ColumnProof<T>(options => options.UseSqlite("Data Source=:memory:"), configure, meaning).WhyRefused.Should().StartWith("GDPR3004: ");
}
