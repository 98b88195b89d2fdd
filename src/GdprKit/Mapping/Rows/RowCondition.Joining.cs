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

    /// <summary>The condition with the keys of chosen rows in the place of <see cref="IsChosen"/>.</summary>
    /// <param name="isOfRow">Whether the rows that are asked are those among which was chosen.</param>
    /// <param name="entity">Whose rows were chosen.</param>
    /// <param name="keys">Their keys.</param>
    internal RowCondition Choosing(bool isOfRow, string entity, HasKey keys) => this switch
    {
        IsChosen when isOfRow => keys,
        Opposite opposite => Not(opposite.Condition.Choosing(isOfRow, entity, keys)),
        AllOf all => All(all.Conditions.Select(condition => condition.Choosing(isOfRow, entity, keys))),
        AnyOf any => Any(any.Conditions.Select(condition => condition.Choosing(isOfRow, entity, keys))),
        HasRelated related => related with { That = related.That.Choosing(related.Entity == entity, entity, keys) },
        _ => this,
    };
}
