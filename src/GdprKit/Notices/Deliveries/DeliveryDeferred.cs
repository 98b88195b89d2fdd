using NodaTime;

namespace GdprKit.Notices;

/// <summary>That it could not be handed over now.</summary>
internal sealed record DeliveryDeferred
{
    public required MailFault Fault { get; init; }

    public required Instant At { get; init; }

    public required Instant RetryAt { get; init; }
}
