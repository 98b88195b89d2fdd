using System.Diagnostics;
using NodaTime;
using NodaTime.Extensions;

namespace GdprKit.Mapping;

/// <summary>Turns days into stored times and back. The one place that knows every type a date can have.</summary>
internal static class StoredTime
{
    public static object StartOf(Type type, TimeMeaning meaning, LocalDate day, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return type == typeof(LocalDate) ? day
            : type == typeof(DateOnly) ? day.ToDateOnly()
            : type == typeof(LocalDateTime) ? meaning is TimeMeaning.Utc ? BeginOf(day, zone).InUtc().LocalDateTime : day.AtMidnight()
            : type == typeof(DateTime) ? meaning is TimeMeaning.Utc ? BeginOf(day, zone).ToDateTimeUtc() : day.AtMidnight().ToDateTimeUnspecified()
            : type == typeof(DateTimeOffset) ? BeginOf(day, zone).ToDateTimeOffset()
            : type == typeof(Instant) ? BeginOf(day, zone)
            : type == typeof(OffsetDateTime) ? BeginOf(day, zone).WithOffset(Offset.Zero)
            : type == typeof(ZonedDateTime) ? BeginOf(day, zone).InUtc()
            : throw new UnreachableException();
    }

    public static LocalDate? DayOf(object value, TimeMeaning meaning, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return value switch
        {
            LocalDate day => day,
            DateOnly day => day.ToLocalDate(),
            LocalDateTime time => meaning is TimeMeaning.Utc ? DayOf(time.InUtc().ToInstant(), zone) : time.Date,
            DateTime time => meaning is TimeMeaning.Utc ? DayOf(MomentOf(time), zone) : LocalDate.FromDateTime(time),
            DateTimeOffset time => DayOf(Instant.FromDateTimeOffset(time), zone),
            Instant time => DayOf(time, zone),
            OffsetDateTime time => DayOf(time.ToInstant(), zone),
            ZonedDateTime time => DayOf(time.ToInstant(), zone),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>Whether a value comes before another of its type (less than zero), with it (zero), or after it.</summary>
    public static int Compare(object value, object other, TimeMeaning meaning) => (value, other) switch
    {
        (DateTime time, DateTime with) => (meaning is TimeMeaning.Utc && time.Kind is DateTimeKind.Local ? time.ToUniversalTime() : time).Ticks.CompareTo(with.Ticks),
        (OffsetDateTime time, OffsetDateTime with) => time.ToInstant().CompareTo(with.ToInstant()),
        (ZonedDateTime time, ZonedDateTime with) => time.ToInstant().CompareTo(with.ToInstant()),
        (IComparable time, _) => time.CompareTo(other),
        _ => throw new UnreachableException(),
    };

    private static Instant BeginOf(LocalDate day, DateTimeZone zone) => zone.AtStartOfDay(day).ToInstant();

    // A database that stores UTC does not always say so when it reads it back.
    private static Instant MomentOf(DateTime time) =>
        Instant.FromDateTimeUtc(time.Kind is DateTimeKind.Local ? time.ToUniversalTime() : DateTime.SpecifyKind(time, DateTimeKind.Utc));

    // What lies before the second day of the calendar, or after the last but one, may lie on a day that no calendar has.
    private static LocalDate DayOf(Instant time, DateTimeZone zone) =>
        time < LastMomentOfSecondDay && time < BeginOf(SecondDay, zone) ? SecondDay.PlusDays(-1)
        : time >= FirstMomentOfLastDay && time >= BeginOf(LocalDate.MaxIsoValue, zone) ? LocalDate.MaxIsoValue
        : time.InZone(zone).Date;

    private static readonly LocalDate SecondDay = new(1, 1, 2);

    // In whichever zone.
    private static readonly Instant LastMomentOfSecondDay = Instant.FromUtc(1, 1, 4, 0, 0);

    private static readonly Instant FirstMomentOfLastDay = Instant.FromUtc(9999, 12, 30, 0, 0);
}
