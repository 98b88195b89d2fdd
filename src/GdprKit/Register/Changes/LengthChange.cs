namespace GdprKit;

/// <summary>What became of a period.</summary>
internal enum LengthChange
{
    /// <summary>It cannot be said, or the change is not one of a period.</summary>
    Unspecified = 0,

    /// <summary>It ends on the same days, in other words: a year for twelve months.</summary>
    Same,

    /// <summary>It never ends earlier, and sometimes later.</summary>
    Longer,

    /// <summary>It never ends later, and sometimes earlier.</summary>
    Shorter,
}
