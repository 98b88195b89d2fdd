using NodaTime;

namespace GdprKit.Notices;

/// <summary>The facts of an entry about a campaign; what happened is the type of the entry, about which version is the key of its stream.</summary>
internal sealed record CampaignStep
{
    public required Instant At { get; init; }

    /// <summary>How people are told; of a start.</summary>
    public CampaignTerms Terms { get; init; } = new();
}
