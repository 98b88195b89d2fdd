namespace GdprKit.Retention;

/// <summary>Joins conditions, and leaves out what says nothing: of two cutoffs for the same date only one is needed.</summary>
internal static class CutoffConditions
{
    public static RetentionCutoff All(params IEnumerable<RetentionCutoff> conditions)
    {
        var joined = Join(conditions.SelectMany(condition => condition is RetentionCutoff.AllOf all ? all.Conditions : [condition]), takeLater: false);
        return joined.Exists(condition => condition is RetentionCutoff.NothingDue) ? new RetentionCutoff.NothingDue()
            : joined is [var only] ? only
            : new RetentionCutoff.AllOf(joined.ToValueList());
    }

    public static RetentionCutoff Any(params IEnumerable<RetentionCutoff> conditions)
    {
        var joined = Join(conditions.SelectMany(condition => condition is RetentionCutoff.AnyOf any ? any.Conditions : [condition]), takeLater: true);
        joined.RemoveAll(condition => condition is RetentionCutoff.NothingDue);
        return joined switch
        {
            [] => new RetentionCutoff.NothingDue(),
            [var only] => only,
            _ => new RetentionCutoff.AnyOf(joined.ToValueList()),
        };
    }

    private static List<RetentionCutoff> Join(IEnumerable<RetentionCutoff> conditions, bool takeLater)
    {
        List<RetentionCutoff> joined = [];
        foreach (var condition in conditions)
        {
            var same = joined.FindIndex(known => known == condition || (known, condition) is (RetentionCutoff.Through one, RetentionCutoff.Through other) && one.HasSameDay(other));
            if (same < 0)
            {
                joined.Add(condition);
            }
            else if ((joined[same], condition) is (RetentionCutoff.Through one, RetentionCutoff.Through other) && other.LastDay > one.LastDay == takeLater)
            {
                joined[same] = other;
            }
        }

        return joined;
    }
}
