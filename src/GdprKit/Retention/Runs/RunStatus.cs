namespace GdprKit;

/// <summary>How far a retention run is.</summary>
public enum RunStatus
{
    /// <summary>There is no such run.</summary>
    Unknown = 0,

    /// <summary>One person approved it, and another one has to.</summary>
    AwaitingConfirmation,

    /// <summary>It was approved, and begins as soon as somebody gets to it.</summary>
    Approved,

    /// <summary>It is under way, or goes on where it was interrupted.</summary>
    Running,

    /// <summary>Somebody stopped it for a while.</summary>
    Paused,

    /// <summary>Everything was done that could be.</summary>
    Completed,

    /// <summary>It came to its end, and a step of it failed; its reason says why. What was not done is due still.</summary>
    Incomplete,

    /// <summary>It stopped by itself, because it would have done more than what was approved, or by other rules.</summary>
    Stopped,

    /// <summary>Somebody ended it; what was done stays done.</summary>
    Cancelled,

    /// <summary>It was not begun in time.</summary>
    Expired,
}
