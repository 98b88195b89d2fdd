namespace GdprKit.Ledger;

/// <summary>How far a verification has come.</summary>
/// <param name="Verified">How many entries and heads were looked at.</param>
/// <param name="Expected">How many entries have a position; heads come on top of it.</param>
public readonly record struct VerificationProgress(long Verified, long Expected);
