namespace GdprKit.Retention;

/// <summary>The rules of an activity about one category, by what they are for.</summary>
/// <param name="Archiving">
/// The rules after which the data are only archived, each a phase of its own; versions of one rule, which follow each other in time, are
/// one phase.
/// </param>
/// <param name="Ending">The rules after which they go.</param>
/// <param name="Statutory">The rules of either kind by which a law demands that they are kept.</param>
internal sealed record ActivityRules(
    IReadOnlyList<IReadOnlyList<RetentionRule>> Archiving, IReadOnlyList<RetentionRule> Ending, IReadOnlyList<RetentionRule> Statutory)
{
    /// <summary>The rules of an activity about a category.</summary>
    public static ActivityRules Of(ProcessingActivity activity, Key<DataCategory> category)
    {
        var about = activity.Retention.Where(rule => IsAbout(activity, rule, category) && rule.Effective.CanApply()).ToLookup(IsPhaseBeforeTheLast);
        var archiving = about[true].ToLookup(rule => rule.Effective.IsAlways);
        RetentionRule[] versions = [.. archiving[false]];
        return new ActivityRules(
            [.. archiving[true].Select(rule => (RetentionRule[])[rule]), .. versions.Length > 0 ? [versions] : Array.Empty<RetentionRule[]>()],
            [.. about[false]],
            [.. about.SelectMany(rules => rules).Where(rule => rule is { Strength: RetentionStrength.Statute, Side: not RetentionSide.MustBeGone })]);
    }

    /// <summary>Whether a rule is about a category of its activity.</summary>
    public static bool IsAbout(ProcessingActivity activity, RetentionRule rule, Key<DataCategory> category) =>
        rule.Categories.IsEmpty ? activity.Categories.Contains(category) : rule.Categories.Contains(category);

    // What has no end is never archived.
    private static bool IsPhaseBeforeTheLast(RetentionRule rule) => rule is { Then: DisposalAction.Archive, Term: not RetentionTerm.Indefinitely };
}
