namespace GdprKit.Consent;

/// <summary>What comes of a step.</summary>
internal enum StepOutcome
{
    /// <summary>It is refused, with the remedy.</summary>
    Refused = 0,

    /// <summary>It is recorded.</summary>
    Recorded,

    /// <summary>Nothing is recorded, because it is so already; no fault.</summary>
    Nothing,

    /// <summary>It is recorded as agreeing again.</summary>
    RecordedAsRenewal,
}
