using NodaTime;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>A day of the calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="IsInMonth">Whether it is of the month that is shown.</param>
/// <param name="Marks">What is to be answered on it.</param>
public sealed record CalendarDay(LocalDate Date, bool IsInMonth, IReadOnlyList<CalendarMark> Marks);
