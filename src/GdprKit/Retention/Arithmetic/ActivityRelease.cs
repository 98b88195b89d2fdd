namespace GdprKit.Retention;

/// <summary>What an activity has let go of a category.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Rules">Its rules about the category.</param>
/// <param name="Released">The condition under which it no longer needs an item, if it applies to it.</param>
internal sealed record ActivityRelease(ProcessingActivity Activity, ActivityRules Rules, RetentionCondition Released);
