namespace GdprKit.Ledger;

/// <summary>How many heads are in a state.</summary>
/// <param name="Status">The state.</param>
/// <param name="Count">The number of heads, one or more.</param>
public sealed record HeadCount(StreamStatus Status, long Count);
