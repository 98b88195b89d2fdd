namespace GdprKit;

/// <summary>
/// The controller's written choice between two laws that contradict each other: one demands that data are kept, the other
/// that they are gone. Without a choice the register is refused.
/// </summary>
/// <param name="Prevails">The rule that is followed.</param>
/// <param name="Yields">The rule that is not.</param>
/// <param name="Reason">Why; kept in the record of processing.</param>
public sealed record RuleConflictChoice(Key<RetentionRule> Prevails, Key<RetentionRule> Yields, LocalizedText Reason);
