using NodaTime;

namespace GdprKit.Samples.Crm.Requests;

/// <summary>A day by which a request is to be answered.</summary>
/// <param name="On">The day.</param>
/// <param name="TextKey">Which day it is: the one to aim at, the last one, or both.</param>
/// <param name="Line">The request.</param>
public sealed record CalendarMark(LocalDate On, string TextKey, RequestLine Line);
