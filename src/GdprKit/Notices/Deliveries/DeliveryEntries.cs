using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What streams of deliveries are made of. Names for ever, because they stand in the database.</summary>
internal static class DeliveryEntries
{
    public static EntryType<DeliverySent> Sent { get; } = new("notice.sent/1", static () => NoticesJson.Default.DeliverySent);

    public static EntryType<DeliverySent> Reminded { get; } = new("notice.reminded/1", static () => NoticesJson.Default.DeliverySent);

    public static EntryType<ReminderDeferred> ReminderDeferred { get; } = new("notice.reminder-deferred/1", static () => NoticesJson.Default.ReminderDeferred);

    public static EntryType<DeliveryDeferred> Deferred { get; } = new("notice.deferred/1", static () => NoticesJson.Default.DeliveryDeferred);

    public static EntryType<DeliveryFailed> Bounced { get; } = new("notice.bounced/1", static () => NoticesJson.Default.DeliveryFailed);

    public static EntryType<DeliveryFailed> Unreachable { get; } = new("notice.unreachable/1", static () => NoticesJson.Default.DeliveryFailed);

    public static EntryType<DeliveryRequeued> Requeued { get; } = new("notice.requeued/1", static () => NoticesJson.Default.DeliveryRequeued);

    public static EntryType<DeliveryAcknowledged> Acknowledged { get; } = new("notice.acknowledged/1", static () => NoticesJson.Default.DeliveryAcknowledged);
}
