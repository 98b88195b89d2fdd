using NodaTime;

namespace GdprKit;

/// <summary>When a breach of personal data is to be notified to the authority: within 72 hours of becoming aware of it (Art. 33(1)).</summary>
/// <remarks>
/// Weekends and holidays count: hours are never put off (Regulation (EEC, Euratom) No 1182/71, Art. 3(4)). Immutable, and compared by value. Safe for use by several threads.
/// </remarks>
public sealed record BreachDeadline
{
    private static readonly Duration Limit = Duration.FromHours(72);

    private BreachDeadline(Instant awareAt, DateTimeZone zone)
    {
        (AwareAt, Due) = (awareAt, awareAt + Limit);
        var local = awareAt.InZone(zone);
        var hour = local.LocalDateTime.Date + new LocalTime(local.Hour, 0);
        DueByRegulation = hour.WithOffset(local.Offset).ToInstant() + Duration.FromHours(1) + Limit;
    }

    /// <summary>When the controller became aware of it.</summary>
    public Instant AwareAt { get; }

    /// <summary>72 hours later, to the minute: keep to this one.</summary>
    public Instant Due { get; }

    /// <summary>As Regulation 1182/71 counts hours, from the end of the hour in which the event was; for information.</summary>
    public Instant DueByRegulation { get; }

    /// <summary>When a breach is to be notified of which the controller became aware at a moment.</summary>
    /// <param name="awareAt">The moment.</param>
    /// <param name="zone">The time zone of the controller.</param>
    public static BreachDeadline Of(Instant awareAt, DateTimeZone zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new BreachDeadline(awareAt, zone);
    }

    /// <summary>The last day, where nobody knows the hour in which the controller became aware of it: the third day after, in which the 72 hours end.</summary>
    /// <param name="awareOn">The day.</param>
    public static LocalDate LatestDay(LocalDate awareOn) => awareOn.PlusDays(3);
}
