namespace GdprKit;

/// <summary>How many rows became due in a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="OrEarlier">Whether all years before it count as well.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DueInYear(int Year, bool OrEarlier, long Rows);
