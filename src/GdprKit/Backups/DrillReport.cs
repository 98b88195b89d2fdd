using GdprKit.Ledger;
using NodaTime;

namespace GdprKit;

/// <summary>What came of a drill.</summary>
/// <remarks>Immutable. It names nobody. Safe for use by several threads.</remarks>
/// <param name="Replay">What was done again on the copy.</param>
/// <param name="Verification">Whether its ledger is sound afterwards.</param>
/// <param name="Took">How long both took.</param>
public sealed record DrillReport(RestoreReport Replay, VerificationReport Verification, Duration Took)
{
    /// <summary>Whether this backup could be restored today: all is done again, and the ledger is sound and level with its mirror.</summary>
    public bool Succeeded => Replay.IsFinished && Verification.IsSound && Verification.Mirror.State is MirrorState.Level;
}
