using NodaTime;

namespace GdprKit.EntityFrameworkCore;

/// <summary>Dates of every type as one type, and back: what the clock says, or of a moment what it says in UTC.</summary>
internal static class Moment
{
    public static LocalDateTime Of(object time) => time switch
    {
        LocalDate day => day.AtMidnight(),
        DateOnly day => LocalDate.FromDateOnly(day).AtMidnight(),
        LocalDateTime clock => clock,
        DateTime clock => LocalDateTime.FromDateTime(clock),
        DateTimeOffset moment => LocalDateTime.FromDateTime(moment.UtcDateTime),
        Instant moment => moment.InUtc().LocalDateTime,
        OffsetDateTime moment => moment.ToInstant().InUtc().LocalDateTime,
        ZonedDateTime moment => moment.ToInstant().InUtc().LocalDateTime,
        _ => throw new ArgumentException($"{time.GetType().Name} is no type of date.", nameof(time)),
    };

    /// <summary>The value of a type that counts as later than all others.</summary>
    /// <param name="type">A type of date, nullable or not.</param>
    public static object Latest(Type type) => In(new LocalDateTime(9999, 12, 31, 23, 59), type);

    /// <summary>A value of a type.</summary>
    /// <param name="time">What the clock says.</param>
    /// <param name="type">A type of date, nullable or not.</param>
    public static object In(LocalDateTime time, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var named when named == typeof(LocalDate) => time.Date,
        var named when named == typeof(DateOnly) => time.Date.ToDateOnly(),
        var named when named == typeof(LocalDateTime) => time,
        var named when named == typeof(DateTime) => time.ToDateTimeUnspecified(),
        var named when named == typeof(DateTimeOffset) => time.InUtc().ToDateTimeOffset(),
        var named when named == typeof(Instant) => time.InUtc().ToInstant(),
        var named when named == typeof(OffsetDateTime) => time.WithOffset(Offset.Zero),
        var named when named == typeof(ZonedDateTime) => time.InUtc(),
        var named => throw new ArgumentException($"{named.Name} is no type of date.", nameof(type)),
    };
}
