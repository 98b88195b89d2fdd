using GdprKit.Ledger;
using NodaTime;

namespace GdprKit.Notices;

/// <summary>The entries about a delivery, as what happened.</summary>
internal static class NoticeEvents
{
    public static NoticeEvent Of(LedgerEntry entry, Digest tellsOf)
    {
        if (entry.Type == DeliveryEntries.Sent.Type)
        {
            return Told(NoticeEventKind.Sent, DeliveryEntries.Sent.Read(entry).Facts);
        }

        if (entry.Type == DeliveryEntries.Reminded.Type)
        {
            return Told(NoticeEventKind.Reminded, DeliveryEntries.Reminded.Read(entry).Facts);
        }

        if (entry.Type == DeliveryEntries.Acknowledged.Type)
        {
            var facts = DeliveryEntries.Acknowledged.Read(entry).Facts;
            return New(NoticeEventKind.Acknowledged, facts.At) with { Version = facts.Version, Language = facts.Language, Means = facts.Means };
        }

        if (entry.Type == DeliveryEntries.Deferred.Type)
        {
            var facts = DeliveryEntries.Deferred.Read(entry).Facts;
            return New(NoticeEventKind.Deferred, facts.At) with { Fault = facts.Fault };
        }

        if (entry.Type == DeliveryEntries.ReminderDeferred.Type)
        {
            var facts = DeliveryEntries.ReminderDeferred.Read(entry).Facts;
            return New(facts.RetryAt is null ? NoticeEventKind.ReminderGivenUp : NoticeEventKind.ReminderDeferred, facts.At) with { Fault = facts.Fault };
        }

        return entry.Type == DeliveryEntries.Bounced.Type ? Failed(NoticeEventKind.Bounced, DeliveryEntries.Bounced.Read(entry).Facts)
            : entry.Type == DeliveryEntries.Unreachable.Type ? Failed(NoticeEventKind.Unreachable, DeliveryEntries.Unreachable.Read(entry).Facts)
            : entry.Type == DeliveryEntries.Requeued.Type ? New(NoticeEventKind.Requeued, DeliveryEntries.Requeued.Read(entry).Facts.At)
            : New(NoticeEventKind.Unknown, entry.RecordedAt);

        NoticeEvent New(NoticeEventKind kind, Instant at) => new() { Kind = kind, At = at, TellsOf = tellsOf };

        NoticeEvent Told(NoticeEventKind kind, DeliverySent facts) => New(kind, facts.At) with { Version = facts.Version, Language = facts.Language, Channel = facts.Channel };

        NoticeEvent Failed(NoticeEventKind kind, DeliveryFailed facts) => New(kind, facts.At) with { Obstacle = facts.Obstacle };
    }
}
