using NodaTime;

namespace GdprKit;

/// <summary>A request as it was received.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RightsRequestIntake
{
    /// <summary>Which right the person exercises.</summary>
    public required RightsRequestKind Kind { get; init; }

    /// <summary>How it came.</summary>
    public required RightsRequestChannel Through { get; init; }

    /// <summary>What already shows who makes it.</summary>
    /// <value>The default is <see cref="RightsRequestOrigin.Unknown"/>.</value>
    public RightsRequestOrigin From { get; init; }

    /// <summary>On which day it was received, where the controller is: the day on which the letter came, not the one on which it was read. At most five years ago.</summary>
    /// <value>The default is <see langword="null"/>: the day of <see cref="ReceivedAt"/>, or today.</value>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>At which moment it was received, instead of <see cref="ReceivedOn"/>: that of the mail.</summary>
    /// <value>The default is <see langword="null"/>.</value>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Of an objection: to which activity, <see langword="null"/> for all direct marketing. Of a restriction: for which activity, <see langword="null"/> for all of them. Of others: none.</summary>
    public Key<ProcessingActivity>? Activity { get; init; }

    /// <summary>Who entered it; needed unless the person did, in the privacy centre.</summary>
    public Operator? EnteredBy { get; init; }

    /// <summary>What is asked, in the person's words, at most 4,000 characters. Kept apart from the facts; can be forgotten.</summary>
    public string? Words { get; init; }

    /// <summary>The address or number that was used, to answer to, at most 320 characters. Kept apart from the facts; can be forgotten.</summary>
    public string? Address { get; init; }

    /// <summary>The kind; words and address are withheld.</summary>
    public override string ToString() => $"{Kind} through {Through}";
}
