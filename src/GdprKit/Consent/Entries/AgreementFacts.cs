using NodaTime;

namespace GdprKit.Consent;

/// <summary>That somebody agreed, or agreed again: the evidence.</summary>
internal sealed record AgreementFacts
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public MarketingChannel? Channel { get; init; }

    public required ConsentActor By { get; init; }

    public required ConsentMedium Medium { get; init; }

    public required Instant At { get; init; }

    public required ConsentMechanism Mechanism { get; init; }

    public required Digest Notice { get; init; }

    public required Digest Wording { get; init; }

    public required Language Language { get; init; }

    /// <summary>The digest of the part of the register that was agreed to.</summary>
    public required Digest Agreement { get; init; }

    public bool Explicit { get; init; }

    public Instant? Until { get; init; }

    /// <summary>The channels over which it is still to be confirmed.</summary>
    public ValueList<MarketingChannel> Confirm { get; init; } = [];
}
