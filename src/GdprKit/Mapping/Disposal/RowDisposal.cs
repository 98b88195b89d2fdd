namespace GdprKit.Mapping;

/// <summary>Rows that go, or lose values.</summary>
/// <remarks>Immutable. Safe for use by several threads.</remarks>
public sealed record RowDisposal
{
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

    /// <summary>What becomes of the rows; conditions and keys are withheld.</summary>
    public override string ToString() => $"{Change}";
}
