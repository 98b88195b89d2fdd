using NodaTime;

namespace GdprKit;

/// <summary>A question to the person that is not answered yet; what is asked, the status of the request says.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="AskedOn">On which day.</param>
/// <param name="StopsTheClock">
/// Whether the period stands still until it is answered: it was asked within a week of receipt, of the last answer or of when the request was opened again. Asked later, the
/// period runs on.
/// </param>
public sealed record RightsRequestQuestion(LocalDate AskedOn, bool StopsTheClock);
