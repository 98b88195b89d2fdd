namespace GdprKit;

/// <summary>Why somebody must look at data: without that they would be kept for ever, and nobody would know.</summary>
public enum UnresolvedReason
{
    /// <summary>Nothing was said.</summary>
    Unspecified = 0,

    /// <summary>There is no date from which the period could run.</summary>
    DateMissing,

    /// <summary>The period ends after the year 9999, by which many databases mean "never".</summary>
    BeyondCalendar,

    /// <summary>Nothing is known of the consent on which the activity rests.</summary>
    ConsentUnknown,

    /// <summary>The rule that kept the data is no longer in force, and no other took its place.</summary>
    NoRuleInForce,

    /// <summary>No activity is about the data, so nothing says how long they are kept.</summary>
    NothingApplies,
}
