using NodaTime;

namespace GdprKit.EntityFrameworkCore.Columns;

/// <summary>The dates that go wrong where any does: the ends of the calendar, leap days, the ends of a month, midnight, the hours that a clock skips or repeats.</summary>
internal static class ColumnDates
{
    public static IEnumerable<DateOnly> Days =>
    [
        DateOnly.MinValue, new(1, 1, 2), new(999, 12, 31), new(1899, 12, 30), new(1969, 12, 31), new(2000, 2, 29), new(2009, 10, 11), new(2010, 1, 9),
        new(2024, 6, 30), new(2024, 7, 1), new(2024, 7, 2), new(2026, 7, 1), new(2031, 12, 31), new(9998, 1, 1), DateOnly.MaxValue,
    ];

    public static IEnumerable<LocalDateTime> Clocks =>
    [
        .. Days.Select(day => LocalDate.FromDateOnly(day).AtMidnight()),
        new(2024, 6, 30, 23, 59, 59, 999), new(2024, 6, 30, 21, 59, 59), new(2024, 6, 30, 22, 0), new(2024, 7, 1, 0, 0, 1),
        new(2024, 3, 31, 1, 0), new(2024, 3, 31, 2, 30), new(2024, 10, 27, 0, 30), new(2024, 10, 27, 1, 30),
    ];

    public static IEnumerable<Instant> Moments => Clocks.Select(clock => clock.InUtc().ToInstant());
}
