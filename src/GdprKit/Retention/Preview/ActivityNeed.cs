namespace GdprKit;

/// <summary>For how many rows an activity needs fields.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Rules">Its rules about these fields.</param>
/// <param name="Rows">The number of rows; an unknown end counts as a need.</param>
public sealed record ActivityNeed(Key<ProcessingActivity> Activity, ValueList<Key<RetentionRule>> Rules, long Rows);
