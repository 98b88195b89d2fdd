using System.Globalization;
using GdprKit.Requests;
using NodaTime;

namespace GdprKit;

/// <summary>
/// When the answer is due to a request about which the person had to be asked first. Authorities count in two ways: that the period stood still meanwhile,
/// or that it began anew with the last answer; the earlier day keeps to both.
/// </summary>
/// <remarks>Immutable, and compared by value. Safe for use by several threads.</remarks>
public sealed record SuspendedDeadline
{
    private readonly ResponseDeadline _request;

    private SuspendedDeadline(ResponseDeadline request, ValueList<ClarificationPause> pauses, WorkingDays days)
    {
        (_request, Pauses) = (request, pauses);
        var paused = PausedUntil(LocalDate.MaxIsoValue);
        (DueByPause, ExtendedDueByPause) = (days.OnOrAfter(request.NominalDue.PlusDays(paused)), days.OnOrAfter(request.NominalExtendedDue.PlusDays(paused)));
        var again = ResponseDeadline.Of(pauses.Max(pause => pause.To), days);
        (DueByRestart, ExtendedDueByRestart) = (again.Due, again.ExtendedDue);
    }

    /// <summary>The times during which the person was asked.</summary>
    public ValueList<ClarificationPause> Pauses { get; }

    /// <summary>The last day, when the period stood still meanwhile.</summary>
    public LocalDate DueByPause { get; }

    /// <summary>The last day, when the period began anew with the last answer.</summary>
    public LocalDate DueByRestart { get; }

    /// <summary>The last day of an extended period that stood still meanwhile.</summary>
    public LocalDate ExtendedDueByPause { get; }

    /// <summary>The last day of an extended period that began anew.</summary>
    public LocalDate ExtendedDueByRestart { get; }

    /// <summary>The last day that keeps to both.</summary>
    public LocalDate Due => LocalDate.Min(DueByPause, DueByRestart);

    /// <summary>The last day that keeps to both, when the period was extended.</summary>
    public LocalDate ExtendedDue => LocalDate.Min(ExtendedDueByPause, ExtendedDueByRestart);

    /// <summary>When the answer is due.</summary>
    /// <param name="request">When it would be due without asking.</param>
    /// <param name="pauses">The times during which the person was asked, one or more, none before receipt; days in two of them count once.</param>
    /// <param name="days">The working days where the controller is.</param>
    /// <exception cref="ArgumentException">GDPR1501: there is none, or one begins before the request was received.</exception>
    public static SuspendedDeadline Of(ResponseDeadline request, ValueList<ClarificationPause> pauses, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(days);
        return !pauses.IsEmpty && pauses.All(pause => pause.From >= request.Received)
            ? new SuspendedDeadline(request, pauses, days)
            : throw new ArgumentException($"{RequestMessages.PauseImpossible}: the person was never asked, or before the request was received. Give the days of each question and answer after it.", nameof(pauses));
    }

    /// <summary>How many days ran until a day, without those on which the person was asked.</summary>
    /// <param name="answered">The day of the answer, not before receipt.</param>
    public int DaysUntil(LocalDate answered) => Period.DaysBetween(_request.Received, answered) - PausedUntil(answered);

    /// <summary>The last day.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Due:uuuu-MM-dd}");

    private int PausedUntil(LocalDate end)
    {
        var (days, counted) = (0, LocalDate.MinIsoValue);
        foreach (var pause in Pauses.OrderBy(pause => pause.From))
        {
            var (from, to) = (LocalDate.Max(pause.From, counted), LocalDate.Min(pause.To, end));
            if (to > from)
            {
                days += Period.DaysBetween(from, to);
                counted = to;
            }
        }

        return days;
    }
}
