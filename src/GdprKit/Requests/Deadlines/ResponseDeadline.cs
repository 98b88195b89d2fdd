using GdprKit.Requests;
using NodaTime;
using NodaTime.Text;

namespace GdprKit;

/// <summary>When the answer to a request is due: within one month of receipt, or within three when it was extended (Art. 12(3)).</summary>
/// <remarks>
/// <para>
/// Counted from the day of receipt where the controller is (Regulation (EEC, Euratom) No 1182/71). Aim at the nominal day, which needs no weekend and no holiday
/// to be right; the other is the last one that is lawful, until the end of that day. Some authorities do not grant the days between the two.
/// </para>
/// <para>Immutable, and compared by value. Safe for use by several threads.</para>
/// </remarks>
public sealed record ResponseDeadline
{
    private const int Months = 1;

    private const int MonthsExtended = 3;

    private ResponseDeadline(LocalDate received, WorkingDays days)
    {
        Received = received;
        (NominalDue, NominalExtendedDue) = (received.PlusMonths(Months), received.PlusMonths(MonthsExtended));
        (Due, ExtendedDue) = (days.OnOrAfter(NominalDue), days.OnOrAfter(NominalExtendedDue));
    }

    /// <summary>The day of receipt, where the controller is.</summary>
    public LocalDate Received { get; }

    /// <summary>The day one month after receipt, to aim at; an extension is to be told with its reasons by then.</summary>
    public LocalDate NominalDue { get; }

    /// <summary>The last day on which an answer is in time: the nominal one, or the next working day.</summary>
    public LocalDate Due { get; }

    /// <summary>The day three months after receipt, to aim at when the period was extended; never two months after another day.</summary>
    public LocalDate NominalExtendedDue { get; }

    /// <summary>The last day on which an answer is in time when the period was extended.</summary>
    public LocalDate ExtendedDue { get; }

    /// <summary>When the answer is due to a request that was received on a day.</summary>
    /// <param name="received">The day where the controller is.</param>
    /// <param name="days">The working days where the controller is.</param>
    public static ResponseDeadline Of(LocalDate received, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new ResponseDeadline(received, days);
    }

    /// <summary>When the answer is due to a request that was received at a moment.</summary>
    /// <param name="received">The moment.</param>
    /// <param name="zone">The time zone of the controller, which decides what day it was.</param>
    /// <param name="days">The working days where the controller is.</param>
    public static ResponseDeadline Of(Instant received, DateTimeZone zone, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return Of(received.InZone(zone).Date, days);
    }

    /// <summary>When the answer is due to a request whose day of receipt somebody wrote down.</summary>
    /// <param name="received">The day as ISO 8601 has it: 2026-08-25. Nothing is guessed.</param>
    /// <param name="days">The working days where the controller is.</param>
    /// <exception cref="FormatException">GDPR1500: it is no such day.</exception>
    public static ResponseDeadline Of(string received, WorkingDays days)
    {
        ArgumentNullException.ThrowIfNull(received);
        return LocalDatePattern.Iso.Parse(received) is { Success: true, Value: var day }
            ? Of(day, days)
            : throw new FormatException($"{RequestMessages.DateMalformed}: the text is not a day of the calendar. Write year, month and day as 2026-08-25.");
    }

    /// <summary>The moment at which it is too late: the end of the last day (Regulation 1182/71, Art. 3(2)(c)).</summary>
    /// <param name="zone">The time zone of the controller.</param>
    /// <param name="isExtended">Whether the period was extended.</param>
    public Instant EndIn(DateTimeZone zone, bool isExtended = false)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return (isExtended ? ExtendedDue : Due).PlusDays(1).AtStartOfDayInZone(zone).ToInstant();
    }
}
