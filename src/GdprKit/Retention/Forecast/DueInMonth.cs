using NodaTime;

namespace GdprKit;

/// <summary>How many rows become due in a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record DueInMonth(YearMonth Month, long Rows);
