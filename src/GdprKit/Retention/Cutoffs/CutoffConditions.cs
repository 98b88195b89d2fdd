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
            var same = joined.FindIndex(known => OneOf(known, condition, takeLater) is not null);
            if (same < 0)
            {
                joined.Add(condition);
            }
            else
            {
                joined[same] = OneOf(joined[same], condition, takeLater)!;
            }
        }

        return joined;
    }

    /// <summary>The one of two conditions that is enough, or nothing when both are needed.</summary>
    private static RetentionCutoff? OneOf(RetentionCutoff known, RetentionCutoff condition, bool takeLater) => (known, condition) switch
    {
        (RetentionCutoff.Through one, RetentionCutoff.Through other) when one with { LastDay = other.LastDay } == other =>
            other.LastDay > one.LastDay == takeLater ? other : one,
        (RetentionCutoff.ConsentEnded one, RetentionCutoff.ConsentEnded other) when one.Activity == other.Activity =>
            other.LastDay > one.LastDay == takeLater ? other : one,
        _ => known == condition ? known : null,
    };
}
