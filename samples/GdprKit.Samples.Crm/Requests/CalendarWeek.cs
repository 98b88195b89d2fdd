namespace GdprKit.Samples.Crm.Requests;

/// <summary>A week of the calendar, from Monday on.</summary>
/// <param name="Number">Its number by ISO 8601.</param>
/// <param name="Days">Its seven days.</param>
public sealed record CalendarWeek(int Number, IReadOnlyList<CalendarDay> Days);
