using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What entries about a delivery do to its state. Who said to have read it has read it, whatever a mail server says later.</summary>
internal static class DeliveryFold
{
    public static StreamFold<NoticeDelivery> Create() => DeliveryTelling.AddTo(new StreamFold<NoticeDelivery>("notice-delivery", version: 1, new(), static () => NoticesJson.Default.NoticeDelivery)
        .On(DeliveryEntries.Sent, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Sent) with
        {
            Version = entry.Facts.Version,
            Language = entry.Facts.Language,
            Channel = entry.Facts.Channel,
            SentAt = state.SentAt ?? entry.Facts.At,
            Obstacle = NoticeObstacle.Unspecified,
            Attempts = 0,
            ReminderAttempts = 0,
            IsReminderGivenUp = false,
        })
        .On(DeliveryEntries.Reminded, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Sent) with
        {
            Version = entry.Facts.Version,
            Language = entry.Facts.Language,
            Channel = entry.Facts.Channel,
            RemindedAt = entry.Facts.At,
            Obstacle = NoticeObstacle.Unspecified,
        })
        .On(DeliveryEntries.ReminderDeferred, static (state, entry) => state.Status is not NoticeDeliveryStatus.Sent ? state : state with
        {
            ReminderAttempts = state.ReminderAttempts + 1,
            RetryAt = entry.Facts.RetryAt,
            IsReminderGivenUp = entry.Facts.RetryAt is null,
        })
        .On(DeliveryEntries.Deferred, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Deferred) with
        {
            Attempts = state.Attempts + 1,
            RetryAt = state.AcknowledgedAt is null ? entry.Facts.RetryAt : null,
        })
        .On(DeliveryEntries.Bounced, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Bounced) with { Obstacle = entry.Facts.Obstacle })
        .On(DeliveryEntries.Unreachable, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Unreachable) with { Obstacle = entry.Facts.Obstacle })
        .On(DeliveryEntries.Requeued, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Deferred) with
        {
            Attempts = 0,
            RetryAt = state.AcknowledgedAt is null ? entry.Facts.At : null,
            Obstacle = NoticeObstacle.Unspecified,
        })
        .On(DeliveryEntries.Acknowledged, static (state, entry) => Moved(state, entry, NoticeDeliveryStatus.Acknowledged) with
        {
            Status = NoticeDeliveryStatus.Acknowledged,
            Since = entry.RecordedAt,
            Version = entry.Facts.Version,
            Language = entry.Facts.Language,
            AcknowledgedAt = entry.Facts.At,
            Means = entry.Facts.Means,
            Obstacle = NoticeObstacle.Unspecified,
        }))
        .KeptAs(OwnRecordKind.Evidence);

    private static NoticeDelivery Moved<TFacts>(NoticeDelivery state, Entry<TFacts> entry, NoticeDeliveryStatus status)
        where TFacts : class =>
        state.AcknowledgedAt is not null
            ? state with { ClaimedUnder = null, RetryAt = null }
            : state with { Status = status, Since = entry.RecordedAt, ClaimedUnder = null, RetryAt = null };
}
