using GdprKit.Ledger;

namespace GdprKit.Requests;

/// <summary>An order whose person was found in a copy by the tag.</summary>
/// <param name="Stream">The order.</param>
/// <param name="Person">Who it is.</param>
internal readonly record struct FoundErasure(StreamId Stream, SubjectId Person);
