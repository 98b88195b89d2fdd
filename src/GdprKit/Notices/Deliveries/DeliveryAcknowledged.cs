using NodaTime;

namespace GdprKit.Notices;

/// <summary>That the person said to have read it.</summary>
internal sealed record DeliveryAcknowledged
{
    public required Digest Version { get; init; }

    public required Language Language { get; init; }

    public required AcknowledgementMeans Means { get; init; }

    public required Instant At { get; init; }

    /// <summary>The digest of the words that the person confirmed.</summary>
    public required Digest Label { get; init; }
}
