using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>The rules count as new from now on, because after a restore it is not known whose rows have to stay.</summary>
/// <param name="Restore">The id of the restore.</param>
internal sealed record RulesWereHeld(EntryId Restore);
