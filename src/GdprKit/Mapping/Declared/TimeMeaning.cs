namespace GdprKit;

/// <summary>What a stored date or time means. A column of type <see cref="DateTime"/> does not say it, and a day's difference deletes early.</summary>
public enum TimeMeaning
{
    /// <summary>
    /// Nothing was said. Enough for types that say it themselves: <see cref="DateOnly"/> and <c>LocalDate</c> are days,
    /// <see cref="DateTimeOffset"/>, <c>Instant</c>, <c>OffsetDateTime</c> and <c>ZonedDateTime</c> are moments.
    /// </summary>
    Unspecified = 0,

    /// <summary>A moment: UTC, or a value that carries its own offset. Its day is the day in the controller's time zone.</summary>
    Utc,

    /// <summary>What the clock on the controller's wall showed: a time in the controller's time zone.</summary>
    ControllerLocal,

    /// <summary>A day; a time of day, where the type has one, means nothing.</summary>
    Date,
}
