using NodaTime;

namespace GdprKit;

/// <summary>What another register would change for what is stored today.</summary>
public sealed record RetentionComparison
{
    /// <summary>The day for which it was counted, in the controller's zone.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The hash of the register that applies.</summary>
    public required Digest Current { get; init; }

    /// <summary>The hash of the register that was proposed.</summary>
    public required Digest Proposed { get; init; }

    /// <summary>The fields that either register makes due in some row, in the order of the plan.</summary>
    public required ValueList<FieldComparison> Fields { get; init; }

    /// <summary>Whether the proposed register would make data due that are not due now: somebody must have seen that before it is used.</summary>
    public bool DeletesMore => Fields.Any(fields => fields.NewlyDue > 0);
}
