namespace GdprKit.Ledger;

/// <summary>What came back into the ledger of a restored copy of the database.</summary>
/// <param name="From">The size from which on entries were missing.</param>
/// <param name="To">The size of the ledger with them.</param>
/// <param name="GivenUp">How many positions were given up, because others have them.</param>
internal sealed record RestoringResult(long From, long To, long GivenUp);
