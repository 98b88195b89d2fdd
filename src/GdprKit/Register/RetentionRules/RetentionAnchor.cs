namespace GdprKit;

/// <summary>From which day a retention period runs, seen from its event.</summary>
public enum RetentionAnchor
{
    /// <summary>Nothing was said; a register refuses it.</summary>
    Unspecified = 0,

    /// <summary>The day of the event.</summary>
    Exact,

    /// <summary>The last day of the month of the event.</summary>
    EndOfMonth,

    /// <summary>31 December of the year of the event.</summary>
    EndOfCalendarYear,

    /// <summary>The last day of the controller's financial year in which the event falls.</summary>
    EndOfFinancialYear,
}
