namespace GdprKit.Retention;

/// <summary>Joins conditions, and leaves out what says nothing: of two cutoffs for the same date only one is needed.</summary>
internal static class ConditionJoining
{
    private static readonly RetentionCondition Nothing = new RetentionCondition.NothingDue();

    /// <summary>Met by every item.</summary>
    public static readonly RetentionCondition Everything = new RetentionCondition.Not(Nothing);

    public static RetentionCondition All(params IEnumerable<RetentionCondition> conditions)
    {
        var joined = Join(conditions.SelectMany(condition => condition is RetentionCondition.AllOf all ? all.Conditions : [condition]), takeLater: false);
        joined.RemoveAll(condition => condition == Everything);
        return joined.Contains(Nothing) ? Nothing : joined switch
        {
            [] => Everything,
            [var only] => only,
            _ => new RetentionCondition.AllOf(joined.ToValueList()),
        };
    }

    public static RetentionCondition Any(params IEnumerable<RetentionCondition> conditions)
    {
        var joined = Join(conditions.SelectMany(condition => condition is RetentionCondition.AnyOf any ? any.Conditions : [condition]), takeLater: true);
        joined.RemoveAll(condition => condition == Nothing);
        return joined.Contains(Everything) ? Everything : joined switch
        {
            [] => Nothing,
            [var only] => only,
            _ => new RetentionCondition.AnyOf(joined.ToValueList()),
        };
    }

    public static RetentionCondition Not(RetentionCondition condition) =>
        condition is RetentionCondition.Not not ? not.Condition : new RetentionCondition.Not(condition);

    private static List<RetentionCondition> Join(IEnumerable<RetentionCondition> conditions, bool takeLater)
    {
        List<RetentionCondition> joined = [];
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
    private static RetentionCondition? OneOf(RetentionCondition known, RetentionCondition condition, bool takeLater) => (known, condition) switch
    {
        (RetentionCondition.Through one, RetentionCondition.Through other) when one with { LastDay = other.LastDay } == other =>
            other.LastDay > one.LastDay == takeLater ? other : one,
        (RetentionCondition.ConsentEnded one, RetentionCondition.ConsentEnded other) when one.Activity == other.Activity =>
            other.LastDay > one.LastDay == takeLater ? other : one,
        (RetentionCondition.ObjectionUpheld one, RetentionCondition.ObjectionUpheld other) when one.Activity == other.Activity =>
            other.LastDay > one.LastDay == takeLater ? other : one,
        _ => known == condition ? known : null,
    };
}
