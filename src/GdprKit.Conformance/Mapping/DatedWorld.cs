using GdprKit.Mapping;
using NodaTime;

namespace GdprKit.Conformance;

/// <summary>Rows with dates where dates go wrong: midnight, leap days, changes of the clock, the ends of the calendar, none.</summary>
internal static class DatedWorld
{
    private static readonly LocalDateTime[] WallClocks =
    [
        At(1, 1, 2, 12, 0), At(1582, 10, 15, 0, 0), At(1900, 1, 1, 0, 0), At(1969, 12, 31, 23, 59), At(1970, 1, 1, 0, 0),
        At(2024, 2, 28, 12, 0), LastOf(2024, 2, 28), At(2024, 2, 29, 0, 0), At(2024, 2, 29, 12, 0), LastOf(2024, 2, 29), At(2024, 3, 1, 0, 0),
        LastOf(2025, 3, 29), At(2025, 3, 30, 0, 0), At(2025, 3, 30, 3, 0), LastOf(2025, 3, 30), At(2025, 10, 26, 2, 30), LastOf(2025, 10, 26),
        LastOf(2025, 12, 31), At(2026, 1, 1, 0, 0), At(2026, 1, 1, 0, 30), At(2026, 1, 1, 1, 0), At(2026, 7, 1, 0, 0), At(2026, 7, 1, 1, 59),
        At(2999, 6, 15, 12, 0), At(9999, 12, 29, 12, 0), At(9999, 12, 30, 0, 0),
    ];

    private static readonly Offset[] Offsets = [Offset.Zero, Offset.FromHoursAndMinutes(5, 30), Offset.FromHours(-8)];

    private static readonly Duration FromTheEnds = Duration.FromDays(2);

    /// <summary>The controller's zone.</summary>
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    /// <summary>The days that are asked for.</summary>
    public static IReadOnlyList<LocalDate> Asked { get; } =
    [
        new(1, 1, 2), new(1582, 10, 15), new(1970, 1, 1), new(2024, 2, 28), new(2024, 2, 29), new(2024, 3, 1), new(2025, 3, 30), new(2025, 10, 26),
        new(2025, 12, 31), new(2026, 1, 1), new(2026, 6, 30), new(2026, 7, 1), new(2027, 1, 1), new(9999, 12, 29),
    ];

    public static IEnumerable<object> Rows() => [new Person { Code = "ann", Name = "Ann" }, .. Appointments(), .. Entries()];

    /// <summary>The day of every row by its key, by what the row holds before it is stored.</summary>
    public static Dictionary<int, LocalDate?> DaysOf(string entity, string property, StoreTime time) => entity == nameof(Appointment)
        ? Appointments().ToDictionary(row => row.Id, row => time.DayOf(typeof(Appointment).GetProperty(property)!.GetValue(row), Zone))
        : Entries().ToDictionary(row => row.Id, row => time.DayOf(typeof(CalendarEntry).GetProperty(property)!.GetValue(row), Zone));

    private static IEnumerable<Appointment> Appointments() =>
    [
        .. WallClocks.Select((wall, i) => new Appointment
        {
            Id = i + 1,
            PersonCode = "ann",
            Day = wall.Date.ToDateOnly(),
            DayWithTime = wall.ToDateTimeUnspecified(),
            WallClock = wall.ToDateTimeUnspecified(),
            Utc = MomentOf(wall).ToDateTimeUtc(),
            Offset = MomentOf(wall).WithOffset(OffsetOf(wall, i)).ToDateTimeOffset(),
        }),
        new Appointment
        {
            Id = 1001,
            PersonCode = "ann",
            Day = DateOnly.MinValue,
            DayWithTime = DateTime.MinValue,
            WallClock = DateTime.MinValue,
            Utc = DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc),
            Offset = DateTimeOffset.MinValue,
        },
        new Appointment
        {
            Id = 1002,
            PersonCode = "ann",
            Day = DateOnly.MaxValue,
            DayWithTime = DateTime.MaxValue.Date,
            WallClock = DateTime.MaxValue.Date,
            Utc = DateTime.SpecifyKind(DateTime.MaxValue.Date, DateTimeKind.Utc),
            Offset = new DateTimeOffset(DateTime.MaxValue.Date, TimeSpan.Zero),
        },
        new Appointment { Id = 1003, PersonCode = "ann" },
    ];

    private static IEnumerable<CalendarEntry> Entries() =>
    [
        .. WallClocks.Select((wall, i) => new CalendarEntry { Id = i + 1, PersonCode = "ann", Day = wall.Date, WallClock = wall, Moment = MomentOf(wall) }),
        new CalendarEntry { Id = 1003, PersonCode = "ann" },
    ];

    private static Instant MomentOf(LocalDateTime wall) => wall.InZoneLeniently(Zone).ToInstant();

    // Near the ends of the calendar a local time with an offset is one that no type can hold.
    private static Offset OffsetOf(LocalDateTime wall, int row) =>
        wall.InUtc().ToInstant() is var moment && moment > Instant.FromUtc(1, 1, 1, 0, 0) + FromTheEnds && moment < Instant.FromUtc(9999, 12, 31, 0, 0) - FromTheEnds
            ? Offsets[row % Offsets.Length]
            : Offset.Zero;

    private static LocalDateTime At(int year, int month, int day, int hour, int minute) => new(year, month, day, hour, minute);

    private static LocalDateTime LastOf(int year, int month, int day) => new LocalDate(year, month, day).At(LocalTime.FromTicksSinceMidnight(NodaConstants.TicksPerDay - 10));
}
