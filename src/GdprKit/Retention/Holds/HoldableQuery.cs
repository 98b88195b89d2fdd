namespace GdprKit;

/// <summary>A query of the map on which a hold can be placed.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
/// <param name="Scope">The query.</param>
/// <param name="Label">What people call these rows, in the plural.</param>
public sealed record HoldableQuery(HoldScope.Query Scope, LocalizedText Label);
