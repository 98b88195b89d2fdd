using GdprKit.Ledger;
using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Rows that stay while a stream about nobody in particular keeps them: those that a query for holds is about, and what belongs to them.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Key">The key of the stream.</param>
/// <param name="Where">Which of the rows that would go stay then.</param>
public sealed record ShieldedRows(StreamKey Key, RowCondition Where);
