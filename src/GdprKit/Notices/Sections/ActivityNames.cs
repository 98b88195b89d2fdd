namespace GdprKit.Notices;

/// <summary>Several activities in one enumeration, by their names.</summary>
internal static class ActivityNames
{
    public static string Of(IEnumerable<ProcessingActivity> activities, NoticeContext context) =>
        context.Wording.Register.And(activities.Select(activity => context.Text(activity.Name)));
}
