namespace GdprKit;

/// <summary>How many rows somebody must look at.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record UnresolvedRows(UnresolvedReason Reason, long Rows);
