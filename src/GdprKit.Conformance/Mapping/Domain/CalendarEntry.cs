using NodaTime;

namespace GdprKit.Conformance;

/// <summary>A row with dates of NodaTime. A store that cannot keep them leaves it out. Values are whole microseconds.</summary>
public sealed class CalendarEntry
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the person.</summary>
    public string PersonCode { get; set; } = "";

    /// <summary>A day.</summary>
    public LocalDate? Day { get; set; }

    /// <summary>What the clock on the controller's wall shows.</summary>
    public LocalDateTime? WallClock { get; set; }

    /// <summary>A moment.</summary>
    public Instant? Moment { get; set; }
}
