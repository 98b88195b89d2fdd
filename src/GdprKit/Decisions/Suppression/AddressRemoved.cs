using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>The facts of the entry that an address gets marketing again.</summary>
/// <param name="Consent">The entry of the person's own new consent.</param>
public sealed record AddressRemoved(EntryId Consent);
