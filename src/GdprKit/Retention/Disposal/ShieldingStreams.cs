using GdprKit.Ledger;

namespace GdprKit.Retention;

/// <summary>Streams of one kind that keep rows from going.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="FoldVersion">The version of the fold that this program knows; heads of another one shield.</param>
/// <param name="ReleasedIn">The states in which a stream keeps nothing any more.</param>
public sealed record ShieldingStreams(StreamKind Kind, int FoldVersion, ValueList<StreamStatus> ReleasedIn);
