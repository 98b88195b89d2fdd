using NodaTime;

namespace GdprKit.Consent;

/// <summary>That consent ended although the person did not take it back.</summary>
internal sealed record EndFacts
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public MarketingChannel? Channel { get; init; }

    public required Instant At { get; init; }

    public required ConsentEndReason Reason { get; init; }

    /// <summary>The part of the register that took the place of what was agreed to.</summary>
    public Digest? Register { get; init; }

    /// <summary>What changed in it.</summary>
    public ValueList<RegisterElement> Changed { get; init; } = [];
}
