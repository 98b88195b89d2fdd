namespace GdprKit;

/// <summary>Whether anything within a scope is on hold.</summary>
public enum HoldStatus
{
    /// <summary>There never was a hold.</summary>
    Unknown = 0,

    /// <summary>One stands, or several.</summary>
    Placed,

    /// <summary>Every one was lifted.</summary>
    Lifted,
}
