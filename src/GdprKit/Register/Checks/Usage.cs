using System.Collections.Frozen;

namespace GdprKit;

/// <summary>What activities refer to.</summary>
internal sealed record Usage(
    FrozenSet<Key<SubjectKind>> People, FrozenSet<Key<DataCategory>> Categories, FrozenSet<Key<Recipient>> Recipients, FrozenSet<Key<RetentionEvent>> Events)
{
    public static Usage Of(IEnumerable<ProcessingActivity> activities)
    {
        var all = activities.ToArray();
        return new Usage(
            all.SelectMany(activity => activity.People).ToFrozenSet(),
            all.SelectMany(activity => activity.Categories).ToFrozenSet(),
            all.SelectMany(activity => activity.Recipients).ToFrozenSet(),
            all.SelectMany(activity => activity.Retention.Select(rule => new DeclaredRule(activity, rule)))
                .SelectMany(declared => declared.Events)
                .Select(reference => reference.Event)
                .ToFrozenSet());
    }
}
