namespace GdprKit.Mapping;

/// <summary>What one row holds about a person.</summary>
/// <param name="Entity">The name of the entity.</param>
/// <param name="Key">The values of its primary key, in order; empty when it has none.</param>
/// <param name="Values">The fields, in the order of <see cref="StoreEntity.Fields"/>. Empty ones are there too.</param>
public sealed record StoredRecord(string Entity, ValueList<object?> Key, ValueList<StoredValue> Values)
{
    /// <summary>The name of the entity; values are withheld.</summary>
    public override string ToString() => Entity;
}
