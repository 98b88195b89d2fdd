using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>A head that permits, unless another of the same person overrules it.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Head">What the head has to be like.</param>
/// <param name="OverruledBy">A head of these overrules it that is in its state since the same moment or later.</param>
/// <param name="OverruledWhenever">In these states it is overruled by them since whenever they are in theirs.</param>
public sealed record NeededHead(HeadTerm Head, ValueList<HeadTerm> OverruledBy, ValueList<StreamStatus> OverruledWhenever);
