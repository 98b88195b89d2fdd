namespace GdprKit.Ledger;

/// <summary>How far entries have come back.</summary>
/// <param name="Restored">How many stand in the ledger again, of those that were missing.</param>
/// <param name="Missing">How many were missing.</param>
public readonly record struct RestoringProgress(long Restored, long Missing);
