using CsCheck;
using NodaTime;

namespace GdprKit.Mapping;

/// <summary>Whether a date lies in a range, for every type that a date can have.</summary>
public sealed class RangeTests
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    private static readonly Gen<Instant> Moments = Gen.Long[Instant.FromUtc(1900, 1, 1, 0, 0).ToUnixTimeTicks(), Instant.FromUtc(2100, 1, 1, 0, 0).ToUnixTimeTicks()]
        .Select(Instant.FromUnixTimeTicks);

    public static TheoryData<Type, TimeMeaning> Types => new()
    {
        { typeof(DateOnly), TimeMeaning.Date },
        { typeof(LocalDate), TimeMeaning.Date },
        { typeof(DateTime), TimeMeaning.Date },
        { typeof(DateTime), TimeMeaning.ControllerLocal },
        { typeof(DateTime), TimeMeaning.Utc },
        { typeof(LocalDateTime), TimeMeaning.ControllerLocal },
        { typeof(LocalDateTime), TimeMeaning.Utc },
        { typeof(DateTimeOffset), TimeMeaning.Utc },
        { typeof(Instant), TimeMeaning.Utc },
        { typeof(OffsetDateTime), TimeMeaning.Utc },
        { typeof(ZonedDateTime), TimeMeaning.Utc },
    };

    [Theory]
    [MemberData(nameof(Types))]
    public void A_date_lies_in_the_range_of_the_days_to_which_it_belongs(Type type, TimeMeaning meaning)
    {
        var time = new StoreTime(null, PropertyPath.Parse("At"), type, meaning);
        Gen.Select(Moments, Gen.Int[-3, 3], Gen.Int[0, 4], Gen.Int[-11, 11]).Sample((moment, before, days, hours) =>
        {
            var value = Value(type, meaning, moment, Offset.FromHours(hours));
            var day = time.DayOf(value, Zone)!.Value;
            var (from, until) = (day.PlusDays(before), day.PlusDays(before + days));
            var range = new RowCondition.Between(time, time.StartOf(from, Zone), time.StartOf(until, Zone));

            range.Contains(value).Should().Be(from <= day && day < until);
            (range with { Until = null }).Contains(value).Should().Be(from <= day);
            range.Contains(null).Should().BeFalse();
        });
    }

    [Fact]
    public void A_time_that_says_that_it_is_local_is_compared_as_the_moment_that_it_means()
    {
        var time = new StoreTime(null, PropertyPath.Parse("At"), typeof(DateTime), TimeMeaning.Utc);
        var noon = new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Utc);
        var range = new RowCondition.Between(time, noon, noon.AddTicks(1));

        range.Contains(noon).Should().BeTrue();
        range.Contains(noon.ToLocalTime()).Should().BeTrue();
        range.Contains(DateTime.SpecifyKind(noon, DateTimeKind.Unspecified)).Should().BeTrue("a database does not always say what it holds");
        range.Contains(noon.AddTicks(1)).Should().BeFalse();
    }

    [Theory]
    [InlineData("Europe/Amsterdam")]
    [InlineData("America/New_York")]
    [InlineData("Pacific/Auckland")]
    [InlineData("Pacific/Kiritimati")]
    public void At_both_ends_of_the_calendar_a_moment_belongs_to_the_day_in_whose_range_it_lies(string name)
    {
        var zone = DateTimeZoneProviders.Tzdb[name];
        var time = new StoreTime(null, PropertyPath.Parse("At"), typeof(DateTime), TimeMeaning.Utc);
        var first = Gen.Long[0, Duration.FromDays(4).BclCompatibleTicks].Select(ticks => DateTime.SpecifyKind(DateTime.MinValue.AddTicks(ticks), DateTimeKind.Utc));
        var last = Gen.Long[0, Duration.FromDays(4).BclCompatibleTicks].Select(ticks => DateTime.SpecifyKind(DateTime.MaxValue.AddTicks(-ticks), DateTimeKind.Utc));

        Gen.OneOf(first, last).Sample(value =>
        {
            var day = time.DayOf(value, zone)!.Value;
            foreach (var bound in new LocalDate[] { new(1, 1, 2), new(1, 1, 3), new(1, 1, 4), new(9999, 12, 28), new(9999, 12, 29), new(9999, 12, 30) })
            {
                new RowCondition.Between(time, time.StartOf(bound, zone), null).Contains(value).Should().Be(day >= bound, "{0:O} belongs to {1}", value, day);
            }
        });
    }

    private static object Value(Type type, TimeMeaning meaning, Instant moment, Offset offset)
    {
        var local = meaning is TimeMeaning.Utc ? moment.InUtc().LocalDateTime : moment.InZone(Zone).LocalDateTime;
        return type == typeof(DateOnly) ? local.Date.ToDateOnly()
            : type == typeof(LocalDate) ? local.Date
            : type == typeof(DateTime) ? meaning is TimeMeaning.Utc ? moment.ToDateTimeUtc() : local.ToDateTimeUnspecified()
            : type == typeof(LocalDateTime) ? local
            : type == typeof(DateTimeOffset) ? moment.WithOffset(offset).ToDateTimeOffset()
            : type == typeof(Instant) ? moment
            : type == typeof(OffsetDateTime) ? moment.WithOffset(offset)
            : moment.InZone(DateTimeZone.ForOffset(offset));
    }
}
