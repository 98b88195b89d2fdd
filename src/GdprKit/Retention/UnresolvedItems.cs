namespace GdprKit;

/// <summary>Items for which no end is known, for one reason.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Items">Which items they are.</param>
public sealed record UnresolvedItems(UnresolvedReason Reason, RetentionCondition Items);
