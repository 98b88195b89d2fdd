namespace GdprKit.Decisions;

/// <summary>The facts of the entry that the address of a person was found on the suppression list.</summary>
/// <param name="Over">The channel of the address.</param>
internal sealed record SuppressionFound(MarketingChannel Over);
