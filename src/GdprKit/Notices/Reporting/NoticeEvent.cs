using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>One thing that happened between a person and a version of the notice.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record NoticeEvent
{
    /// <summary>What happened.</summary>
    public required NoticeEventKind Kind { get; init; }

    /// <summary>When; of an acknowledgement when the person said so.</summary>
    public required Instant At { get; init; }

    /// <summary>The material version of which the person was told (<see cref="NoticeVersion.TellsOf"/>).</summary>
    public required Digest TellsOf { get; init; }

    /// <summary>The version whose text it was; <see langword="null"/> where no text reached the person.</summary>
    public Digest? Version { get; init; }

    /// <summary>The language of that text.</summary>
    public Language? Language { get; init; }

    /// <summary>How the person was told; <see cref="NoticeChannel.Unspecified"/> where the person was not.</summary>
    public NoticeChannel Channel { get; init; }

    /// <summary>How the person said to have read it.</summary>
    public AcknowledgementMeans Means { get; init; }

    /// <summary>Why it did not reach the person.</summary>
    public NoticeObstacle Obstacle { get; init; }

    /// <summary>Why it was put off; <see cref="MailFault.Unspecified"/> where it was not.</summary>
    public MailFault Fault { get; init; }
}
