using NodaTime;

namespace GdprKit.Consent;

/// <summary>That the person confirmed over a channel that the address is theirs, or has another address by now.</summary>
internal sealed record ConfirmationFacts
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public MarketingChannel? Channel { get; init; }

    public required MarketingChannel Over { get; init; }

    public required Instant At { get; init; }
}
