using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>Deliveries in plain words, as the history of a person tells them.</summary>
internal static class DeliveryTelling
{
    public static StreamFold<NoticeDelivery> AddTo(StreamFold<NoticeDelivery> fold) => fold
        .Tell(DeliveryEntries.Sent, static (entry, words) => Of(words).Sentence(NoticeEventKind.Sent, entry.Facts.Channel))
        .Tell(DeliveryEntries.Reminded, static (entry, words) => Of(words).Sentence(NoticeEventKind.Reminded, entry.Facts.Channel))
        .Tell(DeliveryEntries.ReminderDeferred, static (entry, words) => Of(words).Sentence(entry.Facts.RetryAt is null ? NoticeEventKind.ReminderGivenUp : NoticeEventKind.ReminderDeferred))
        .Tell(DeliveryEntries.Deferred, static (_, words) => Of(words).Sentence(NoticeEventKind.Deferred))
        .Tell(DeliveryEntries.Bounced, static (_, words) => Of(words).Sentence(NoticeEventKind.Bounced))
        .Tell(DeliveryEntries.Unreachable, static (entry, words) => Of(words).Sentence(NoticeEventKind.Unreachable, obstacle: entry.Facts.Obstacle))
        .Tell(DeliveryEntries.Requeued, static (_, words) => Of(words).Sentence(NoticeEventKind.Requeued))
        .Tell(DeliveryEntries.Acknowledged, static (entry, words) => Of(words).Sentence(NoticeEventKind.Acknowledged, means: entry.Facts.Means));

    private static DeliveryWording Of(EntryWords words) => DeliveryWording.In(words.Words.Language);
}
