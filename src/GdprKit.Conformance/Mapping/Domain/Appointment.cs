namespace GdprKit.Conformance;

/// <summary>A row with a date of every type that the base class library has. Values are whole microseconds.</summary>
public sealed class Appointment
{
    /// <summary>The primary key; given by the suite, not by the store.</summary>
    public int Id { get; set; }

    /// <summary>The key of the person.</summary>
    public string PersonCode { get; set; } = "";

    /// <summary>A day.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>A day; the time of day means nothing.</summary>
    public DateTime? DayWithTime { get; set; }

    /// <summary>What the clock on the controller's wall shows; <see cref="DateTimeKind.Unspecified"/>.</summary>
    public DateTime? WallClock { get; set; }

    /// <summary>A moment; <see cref="DateTimeKind.Utc"/>.</summary>
    public DateTime? Utc { get; set; }

    /// <summary>A moment; with offsets of every kind.</summary>
    public DateTimeOffset? Offset { get; set; }
}
