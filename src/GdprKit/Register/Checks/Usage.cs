namespace GdprKit;

/// <summary>What activities refer to.</summary>
internal sealed record Usage(
    IReadOnlySet<Key<SubjectKind>> People, IReadOnlySet<Key<DataCategory>> Categories, IReadOnlySet<Key<Recipient>> Recipients, IReadOnlySet<Key<RetentionEvent>> Events)
{
    public static Usage Of(IEnumerable<ProcessingActivity> activities)
    {
        var all = activities.ToArray();
        return new Usage(
            all.SelectMany(activity => activity.People).ToHashSet(),
            all.SelectMany(activity => activity.Categories).ToHashSet(),
            all.SelectMany(activity => activity.Recipients).ToHashSet(),
            all.SelectMany(activity => activity.Retention.Select(rule => new DeclaredRule(activity, rule)))
                .SelectMany(declared => declared.Events)
                .Select(reference => reference.Event)
                .ToHashSet());
    }
}
