using NodaTime;

namespace GdprKit.Notices;

/// <summary>That it was handed over, or shown; the type of the entry says whether it was a reminder.</summary>
internal sealed record DeliverySent
{
    public required Digest Version { get; init; }

    public required NoticeChannel Channel { get; init; }

    public required Language Language { get; init; }

    public required Instant At { get; init; }
}
