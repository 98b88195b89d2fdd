namespace GdprKit.Mapping;

/// <summary>What is asked of the rows of an entity.</summary>
public sealed record RowRequest
{
    /// <summary>Which rows.</summary>
    /// <value>The default is <see cref="RowCondition.Always"/>: all.</value>
    public RowCondition Where { get; init; } = RowCondition.Always;

    /// <summary>The dates to read.</summary>
    public ValueList<StoreTime> Times { get; init; } = [];

    /// <summary>The conditions to answer.</summary>
    public ValueList<RowCondition> Conditions { get; init; } = [];

    /// <summary>How many rows are enough, or <see langword="null"/> for all. Which ones is left to the store.</summary>
    public int? Limit { get; init; }

    /// <summary>What it asks the ledger of people, for a store that cannot look that up everywhere.</summary>
    public IEnumerable<RowCondition.HasHead> FindHeads() => Conditions.Prepend(Where).SelectMany(condition => condition.FindHeads()).Distinct();
}
