using System.Text.Json.Serialization;
using GdprKit.Ledger;
using GdprKit.Notices;
using NodaTime;

namespace GdprKit;

/// <summary>How far it has come that one person is told of one version of the privacy notice: what the entries of one stream come to.</summary>
/// <remarks>
/// Streams of the kind <c>notice-delivery</c>, about the person, with the digest of the material version as key
/// (<see cref="NoticeVersion.TellsOf"/>): who was told of a version after it that only corrects words was told. Immutable. Safe for use by several threads.
/// </remarks>
public sealed record NoticeDelivery : IStreamState<NoticeDelivery>
{
    /// <summary>How far it has come.</summary>
    public NoticeDeliveryStatus Status { get; init; }

    /// <summary>Since when.</summary>
    public Instant Since { get; init; }

    /// <summary>The version whose text was sent or acknowledged last; <see langword="null"/> before.</summary>
    public Digest? Version { get; init; }

    /// <summary>The language of that text.</summary>
    public Language? Language { get; init; }

    /// <summary>How the person was told; <see cref="NoticeChannel.Unspecified"/> before.</summary>
    public NoticeChannel Channel { get; init; }

    /// <summary>When the person was told first; <see langword="null"/> when not yet. Kept when it came back.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>When the person was reminded last; <see langword="null"/> when never.</summary>
    public Instant? RemindedAt { get; init; }

    /// <summary>How often it was tried and put off since it was queued.</summary>
    public int Attempts { get; init; }

    /// <summary>How often a reminder was tried and put off.</summary>
    public int ReminderAttempts { get; init; }

    /// <summary>Whether a reminder was tried as often as is declared, in vain. The person stays told.</summary>
    public bool IsReminderGivenUp { get; init; }

    /// <summary>When it, or the reminder, is tried again; <see langword="null"/> unless it was put off.</summary>
    public Instant? RetryAt { get; init; }

    /// <summary>Why it came back, or cannot be delivered; <see cref="NoticeObstacle.Unspecified"/> where it did and can.</summary>
    public NoticeObstacle Obstacle { get; init; }

    /// <summary>When the person said to have read it; <see langword="null"/> when not.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>How the person said so.</summary>
    public AcknowledgementMeans Means { get; init; }

    /// <summary>The number of the lease under which it is being sent; only while it is.</summary>
    public long? ClaimedUnder { get; init; }

    /// <summary>Whether the person was told: it was handed over and did not come back, or the person said to have read it.</summary>
    [JsonIgnore]
    public bool IsTold => Status is NoticeDeliveryStatus.Sent or NoticeDeliveryStatus.Acknowledged;

    /// <summary>How entries become the state.</summary>
    public static StreamFold<NoticeDelivery> Fold { get; } = DeliveryFold.Create();

    /// <summary>The stream of a person and a material version.</summary>
    /// <param name="subject">The person.</param>
    /// <param name="tellsOf">The digest of the material version.</param>
    public static StreamId StreamOf(SubjectRef subject, Digest tellsOf) => new(Fold.Kind, subject, StreamKey.Of(tellsOf));

    /// <summary>The word for those who were told and are not to be reminded, so that looking for the others does not look at them.</summary>
    internal static StreamStatus Settled { get; } = StreamStatus.Parse("settled");

    /// <summary>The word for those whose data were removed before it was sent, so that who is back is found without looking at everybody unreachable.</summary>
    internal static StreamStatus Gone { get; } = StreamStatus.Parse("gone");

    /// <summary>The words under which deliveries that have come so far are found; none for who waits, of whom there is nothing to find.</summary>
    internal static ValueList<StreamStatus> StatusesOf(NoticeDeliveryStatus status) => status switch
    {
        NoticeDeliveryStatus.Unknown => [],
        NoticeDeliveryStatus.Sent => [StreamStatus.Of(status), Settled],
        NoticeDeliveryStatus.Unreachable => [StreamStatus.Of(status), Gone],
        _ => [StreamStatus.Of(status)],
    };

    /// <summary>Whether a reminder can still go: told by mail, not confirmed, not reminded.</summary>
    internal bool MayBeReminded => this is { Status: NoticeDeliveryStatus.Sent, Channel: NoticeChannel.Email, RemindedAt: null, IsReminderGivenUp: false };

    /// <inheritdoc/>
    public StreamIndex ToIndex() => new(Word(), Since, RetryAt);

    private StreamStatus Word() => this switch
    {
        { Status: NoticeDeliveryStatus.Sent, MayBeReminded: false } => Settled,
        { Status: NoticeDeliveryStatus.Unreachable, Obstacle: NoticeObstacle.Left } => Gone,
        _ => StreamStatus.Of(Status),
    };
}
