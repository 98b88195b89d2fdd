using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>The facts of the entry that a hold was lifted.</summary>
/// <param name="Hold">Which hold.</param>
/// <param name="By">Who lifted it.</param>
public sealed record HoldLifted(EntryId Hold, Key<Operator> By);
