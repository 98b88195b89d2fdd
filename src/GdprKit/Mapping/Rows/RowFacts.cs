namespace GdprKit.Mapping;

/// <summary>What a store answers about one row.</summary>
/// <param name="Entity">The name of the entity.</param>
/// <param name="Key">The values of its primary key, in order; empty when it has none.</param>
/// <param name="Times">
/// The dates asked for, in the order of <see cref="RowRequest.Times"/>, each of the type of the date; <see langword="null"/> when the
/// row has none.
/// </param>
/// <param name="Conditions">Whether it meets the conditions asked for, in the order of <see cref="RowRequest.Conditions"/>.</param>
public sealed record RowFacts(string Entity, ValueList<object?> Key, ValueList<object?> Times, ValueList<bool> Conditions)
{
    /// <summary>The name of the entity; values are withheld.</summary>
    public override string ToString() => Entity;
}
