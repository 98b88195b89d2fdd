namespace GdprKit.Decisions;

/// <summary>What a decision rests on, so that it can be checked afterwards (Art. 5(2)).</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Register">The digest of the register that was in force.</param>
/// <param name="Streams">The streams that were looked at, with their versions, those without entries included; none where the look-up failed.</param>
public sealed record DecisionEvidence(Digest Register, ValueList<StreamVersion> Streams)
{
    /// <summary>The digest of the register and the number of streams; people are withheld.</summary>
    public override string ToString() => $"register {Register}, {Streams.Count} streams";
}
