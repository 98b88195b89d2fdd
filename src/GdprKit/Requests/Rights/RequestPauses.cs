using NodaTime;

namespace GdprKit.Requests;

/// <summary>During which times the period of a request stands still.</summary>
internal static class RequestPauses
{
    /// <summary>How soon a question must be asked for the period to stand still.</summary>
    private const int PromptDays = 7;

    /// <summary>The times, with the one that ends with an answer on a day.</summary>
    public static ValueList<ClarificationPause> PausesUntil(this RightsRequest request, LocalDate answered) =>
        request.Question is { StopsTheClock: true, AskedOn: var asked } && answered >= asked ? [.. request.Pauses, new ClarificationPause(asked, answered)] : request.Pauses;

    /// <summary>Whether a question on a day is asked promptly: within a week of receipt, of the last answer, or of when the request was opened again.</summary>
    public static bool IsPrompt(this RightsRequest request, LocalDate on)
    {
        var since = request.Pauses.Select(pause => pause.To).Concat([request.ReceivedOn]).Concat(request.ReopenedOn is { } again ? [again] : []).Max();
        return Period.DaysBetween(since, on) <= PromptDays;
    }
}
