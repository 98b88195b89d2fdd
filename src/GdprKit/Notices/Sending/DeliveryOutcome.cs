using GdprKit.Ledger;

namespace GdprKit.Notices;

/// <summary>What became of one delivery, to be recorded.</summary>
/// <param name="Due">Whose.</param>
/// <param name="Draft">What is recorded; <see langword="null"/> where nothing happened, so that it is tried again.</param>
/// <param name="Mail">What the transport said; <see langword="null"/> where it was not asked.</param>
internal sealed record DeliveryOutcome(DueDelivery Due, EntryDraft? Draft, MailOutcome? Mail);
