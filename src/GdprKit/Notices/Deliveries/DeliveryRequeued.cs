using NodaTime;

namespace GdprKit.Notices;

/// <summary>That it is tried anew, because the address may work by now.</summary>
internal sealed record DeliveryRequeued
{
    public required Instant At { get; init; }
}
