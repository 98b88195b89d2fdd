namespace GdprKit;

/// <summary>Consents that no longer cover what the register declares.</summary>
/// <param name="Topic">What they are about.</param>
/// <param name="Reason">Why: the activity changed, or it ended.</param>
/// <param name="Changes">What changed; empty where the activity ended.</param>
/// <param name="Count">How many stand.</param>
public sealed record OutdatedConsents(ConsentTopic Topic, ConsentEndReason Reason, ValueList<RegisterChange> Changes, long Count);
