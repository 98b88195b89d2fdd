using GdprKit.Ledger;

namespace GdprKit.Decisions;

/// <summary>A condition on one head of a person.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Kind">The kind of the stream.</param>
/// <param name="Key">The key of the stream.</param>
/// <param name="FoldVersion">The version of the fold whose words these are; what a head of another version says is not known.</param>
/// <param name="Statuses">It is met in one of these states, as long as the head is not due.</param>
/// <param name="StatusesOnceDue">And in one of these, from when the head is due on.</param>
public sealed record HeadTerm(StreamKind Kind, StreamKey Key, int FoldVersion, ValueList<StreamStatus> Statuses, ValueList<StreamStatus> StatusesOnceDue);
