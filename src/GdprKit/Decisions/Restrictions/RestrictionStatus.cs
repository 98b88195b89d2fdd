namespace GdprKit;

/// <summary>Whether the data of a person are restricted (Art. 18).</summary>
public enum RestrictionStatus
{
    /// <summary>There never was a restriction.</summary>
    Unknown = 0,

    /// <summary>One stands, on one ground or more.</summary>
    Placed,

    /// <summary>Every one was lifted.</summary>
    Lifted,
}
