using NodaTime;

namespace GdprKit.Consent;

/// <summary>That somebody was asked, wants to decide later, said no, or took it back.</summary>
internal sealed record SignalFacts
{
    public required Key<ProcessingActivity> Activity { get; init; }

    public MarketingChannel? Channel { get; init; }

    public required ConsentActor By { get; init; }

    public required ConsentMedium Medium { get; init; }

    public required Instant At { get; init; }
}
