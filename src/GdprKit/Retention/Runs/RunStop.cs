namespace GdprKit;

/// <summary>Why a run stopped by itself.</summary>
public enum RunStop
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>The rules have changed since it was approved.</summary>
    RulesChanged,

    /// <summary>The day for which it was approved is not there yet: a clock was set back.</summary>
    DayAhead,

    /// <summary>More rows would have changed than were approved.</summary>
    BeyondTolerance,
}
