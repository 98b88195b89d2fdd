using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>Dates in PostgreSQL, with the types of .NET and with those of NodaTime; also those that lie infinitely far.</summary>
public sealed class PostgreSqlColumnTests(PostgreSqlServer server)
{
    private static readonly string[] Infinities = ["'infinity'", "'-infinity'"];

    private static readonly DateTime[] Clocks = [.. ColumnDates.Clocks.Select(clock => clock.ToDateTimeUnspecified())];

    [PostgreSqlFact]
    public Task Days() => CheckAsync<DateOnly?>([.. ColumnDates.Days, null], written: Infinities);

    [PostgreSqlFact]
    public Task Moments() => CheckAsync<DateTime?>([.. Clocks.Select(clock => DateTime.SpecifyKind(clock, DateTimeKind.Utc)), null], meaning: TimeMeaning.Utc, written: Infinities);

    [PostgreSqlTheory]
    [InlineData(TimeMeaning.Utc)]
    [InlineData(TimeMeaning.ControllerLocal)]
    [InlineData(TimeMeaning.Date)]
    public Task Times(TimeMeaning meaning) => CheckAsync<DateTime?>([.. Clocks, null], time => time.HasColumnType("timestamp without time zone"), meaning, Infinities);

    [PostgreSqlFact]
    public Task Days_that_the_application_takes_for_times() => CheckAsync<DateTime?>(
        [.. Clocks.Select(clock => clock.Date).Distinct(), null], time => time.HasColumnType("date"), TimeMeaning.Date, Infinities);

    [PostgreSqlFact]
    public Task Moments_with_an_offset() => CheckAsync<DateTimeOffset?>([.. ColumnDates.Moments.Select(moment => moment.ToDateTimeOffset()), null], written: Infinities);

    [PostgreSqlFact]
    public Task Days_as_texts_that_sort() => CheckAsync<DateOnly?>(
        [.. ColumnDates.Days, null],
        day => day.HasConversion(day => day!.Value.ToString("yyyyMMdd", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "yyyyMMdd", CultureInfo.InvariantCulture)));

    [PostgreSqlFact]
    public Task Days_of_NodaTime() => CheckAsync<LocalDate?>([.. ColumnDates.Days.Select(LocalDate.FromDateOnly), null], written: Infinities, withNodaTime: true);

    [PostgreSqlTheory]
    [InlineData(TimeMeaning.Utc)]
    [InlineData(TimeMeaning.ControllerLocal)]
    [InlineData(TimeMeaning.Date)]
    public Task Times_of_NodaTime(TimeMeaning meaning) => CheckAsync<LocalDateTime?>([.. ColumnDates.Clocks, null], meaning: meaning, written: Infinities, withNodaTime: true);

    [PostgreSqlFact]
    public Task Moments_of_NodaTime() => CheckAsync<Instant?>([.. ColumnDates.Moments, null], written: Infinities, withNodaTime: true);

    [PostgreSqlFact]
    public Task Moments_with_a_zone_of_NodaTime() => CheckAsync<ZonedDateTime?>([.. ColumnDates.Moments.Select(moment => (ZonedDateTime?)moment.InUtc()), null], withNodaTime: true);

    [PostgreSqlFact]
    public Task Moments_with_an_offset_of_NodaTime() =>
        CheckAsync<OffsetDateTime?>([.. ColumnDates.Moments.Select(moment => (OffsetDateTime?)moment.WithOffset(Offset.Zero)), null], withNodaTime: true);

    [Fact]
    public void Days_that_begin_with_the_day_of_the_month_are_refused() =>
        new ColumnProof<DateOnly?>(options => options.UseNpgsql("Host=nowhere"), day => day.HasConversion(
            day => day!.Value.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture), text => DateOnly.ParseExact(text, "dd-MM-yyyy", CultureInfo.InvariantCulture))).WhyRefused
            .Should().StartWith("GDPR3004: ").And.Contain(".At' as dates, as it is stored. ");

    private async Task CheckAsync<T>(
        IEnumerable<T?> dates, Action<PropertyBuilder<T?>>? configure = null, TimeMeaning meaning = TimeMeaning.Unspecified, string[]? written = null, bool withNodaTime = false)
    {
        await using var database = await server.CreateDatabaseAsync(TestContext.Current.CancellationToken);
        await using var proof = new ColumnProof<T>(
            options => options.UseNpgsql(database.ConnectionString, npgsql => _ = withNodaTime ? npgsql.UseNodaTime() : npgsql), configure, meaning);
        await proof.PutAsync(dates, written ?? []);
        await proof.CheckAsync();
    }
}
