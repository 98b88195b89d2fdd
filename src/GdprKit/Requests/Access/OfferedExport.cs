using NodaTime;

namespace GdprKit;

/// <summary>An export that a ticket opens.</summary>
/// <param name="Right">For which right it was made.</param>
/// <param name="Until">Until when it can be fetched.</param>
public sealed record OfferedExport(RightsRequestKind Right, Instant Until);
