using NodaTime;

namespace GdprKit;

/// <summary>When the answer to a request is due, with the times during which the person was asked taken into account.</summary>
/// <remarks>Computed when it was recorded, by the holidays that were known then. Immutable. Safe for use by several threads.</remarks>
/// <param name="NominalDue">The day to aim at, and the last one on which an extension can be told (<see cref="ResponseDeadline.NominalDue"/>).</param>
/// <param name="Due">The last day on which the answer is in time.</param>
/// <param name="NominalExtendedDue">The day to aim at when the period was extended.</param>
/// <param name="ExtendedDue">The last day when the period was extended: three months, never one and two.</param>
/// <param name="DueEnds">When <paramref name="Due"/> ends where the controller is.</param>
/// <param name="ExtendedDueEnds">When <paramref name="ExtendedDue"/> ends there.</param>
public sealed record RightsRequestDates(
    LocalDate NominalDue, LocalDate Due, LocalDate NominalExtendedDue, LocalDate ExtendedDue, Instant DueEnds, Instant ExtendedDueEnds)
{
    internal static RightsRequestDates None { get; } = new(default, default, default, default, default, default);

    internal static RightsRequestDates Of(LocalDate received, ValueList<ClarificationPause> pauses, WorkingDays days, DateTimeZone zone)
    {
        var plain = ResponseDeadline.Of(received, days);
        if (pauses.IsEmpty)
        {
            return Of(plain.NominalDue, plain.Due, plain.NominalExtendedDue, plain.ExtendedDue, zone);
        }

        var suspended = SuspendedDeadline.Of(plain, pauses, days);
        var again = pauses.Max(pause => pause.To);
        var paused = Period.DaysBetween(received, again) - suspended.DaysUntil(again);
        return Of(
            LocalDate.Min(plain.NominalDue.PlusDays(paused), ResponseDeadline.Of(again, days).NominalDue),
            suspended.Due,
            LocalDate.Min(plain.NominalExtendedDue.PlusDays(paused), ResponseDeadline.Of(again, days).NominalExtendedDue),
            suspended.ExtendedDue,
            zone);
    }

    private static RightsRequestDates Of(LocalDate nominal, LocalDate due, LocalDate nominalExtended, LocalDate extended, DateTimeZone zone) => new(
        nominal, due, nominalExtended, extended, zone.AtStartOfDay(due.PlusDays(1)).ToInstant(), zone.AtStartOfDay(extended.PlusDays(1)).ToInstant());
}
