using GdprKit.Ledger;

namespace GdprKit.Backups;

/// <summary>A replay came to its end.</summary>
/// <param name="Findings">What came of it.</param>
internal sealed record RestoreFinished(ValueList<RestoreFinding> Findings);
