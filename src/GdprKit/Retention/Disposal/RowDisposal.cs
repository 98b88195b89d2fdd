using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Rows that go, or lose values.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RowDisposal
{
    /// <summary>Whose rows, resolved against the description of the store; rows of entities derived from it stay.</summary>
    public required StoreEntity Entity { get; init; }

    /// <summary>Which rows: the whole condition, which is asked again when they go.</summary>
    public required RowCondition Where { get; init; }

    /// <summary>What keeps rows from going although they meet the condition; it is looked up in the same statement.</summary>
    public required RowShield Shield { get; init; }

    /// <summary>What becomes of the rows.</summary>
    public required RowChange Change { get; init; }

    /// <summary>
    /// Among which rows, by the values of their primary key as <see cref="RowFacts.Key"/> tells them; <see langword="null"/> for all. One that
    /// no longer meets the condition stays.
    /// </summary>
    public ValueList<ValueList<object?>>? Among { get; init; }

    /// <summary>
    /// Which rows stand still from before the first of the disposals that are done in one transaction: what others are doing with them is waited for and judged, and what they begin then waits; <see langword="null"/>
    /// where nothing depends on it. A store in which one transaction writes at a time need not look at it.
    /// </summary>
    public RowCondition? LockedWhere { get; init; }

    /// <summary>The entity and what becomes of its rows; conditions and keys are withheld.</summary>
    public override string ToString() => $"{Entity}: {Change}";

    /// <summary>For a store that asks every row: the test whether one that meets the condition is among those named, and holds something of what is to be emptied or replaced.</summary>
    /// <returns>From the values of the primary key of a row, and how its properties are read, to whether it is taken.</returns>
    public Func<ValueList<object?>, Func<PropertyPath, object?>, bool> ToTest()
    {
        var among = Among?.ToHashSet();
        return (key, read) => among?.Contains(key) is not false
            && (Change is not RowChange.Empty empty || empty.Holding.IsMetBy(read));
    }
}
