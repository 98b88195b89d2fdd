namespace GdprKit.Mapping;

/// <content>Joins conditions, and leaves out what says nothing.</content>
public abstract partial record RowCondition
{
    /// <summary>The opposite of a condition, as simple as it can be said.</summary>
    /// <param name="condition">The condition.</param>
    public static RowCondition Not(RowCondition condition)
    {
        ArgumentNullException.ThrowIfNull(condition);
        return condition == Always ? Never
            : condition == Never ? Always
            : condition is Opposite opposite ? opposite.Condition
            : new Opposite(condition);
    }

    /// <summary>Every one of several conditions, as simple as it can be said.</summary>
    /// <param name="conditions">The conditions; none is <see cref="Always"/>.</param>
    public static RowCondition All(params IEnumerable<RowCondition> conditions)
    {
        var joined = conditions.SelectMany(condition => condition is AllOf all ? all.Conditions : [condition]).Distinct().ToValueList();
        return joined.Contains(Never) ? Never
            : joined is [var only] ? only
            : new AllOf(joined);
    }

    /// <summary>At least one of several conditions, as simple as it can be said.</summary>
    /// <param name="conditions">The conditions; none is <see cref="Never"/>.</param>
    public static RowCondition Any(params IEnumerable<RowCondition> conditions)
    {
        var joined = conditions.SelectMany(condition => condition is AnyOf any ? any.Conditions : [condition]).Distinct().ToValueList();
        return joined.Contains(Always) ? Always
            : joined is [var only] ? only
            : new AnyOf(joined);
    }
}
