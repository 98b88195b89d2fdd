using NodaTime;

namespace GdprKit.Notices;

/// <summary>That it came back, or cannot be delivered; which of both is the type of the entry.</summary>
internal sealed record DeliveryFailed
{
    public required NoticeObstacle Obstacle { get; init; }

    public required Instant At { get; init; }
}
