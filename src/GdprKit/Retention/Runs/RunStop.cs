namespace GdprKit;

/// <summary>Why a run stopped by itself.</summary>
public enum RunStop
{
    /// <summary>It did not.</summary>
    None = 0,

    /// <summary>GDPR1710: the rules have changed since it was approved.</summary>
    RulesChanged,

    /// <summary>GDPR1711: the day for which it was approved is not there yet: a clock was set back.</summary>
    DayAhead,

    /// <summary>GDPR1712: more rows would have changed than were approved.</summary>
    BeyondTolerance,
}
