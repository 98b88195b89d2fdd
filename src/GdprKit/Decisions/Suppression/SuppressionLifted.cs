using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>The facts of the entry that the address of a person is not on the suppression list any more.</summary>
/// <param name="Over">The channel of the address.</param>
/// <param name="Consent">The entry of the person's own new consent; <see langword="null"/> where the person has another address by now.</param>
internal sealed record SuppressionLifted(MarketingChannel Over, EntryId? Consent = null);
