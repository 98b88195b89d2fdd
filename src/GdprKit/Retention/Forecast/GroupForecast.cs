namespace GdprKit;

/// <summary>What becomes due of fields that become due together.</summary>
/// <param name="Store">The name of the store.</param>
/// <param name="Entity">The name of the entity in the store.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Categories">What they hold.</param>
/// <param name="Months">The number of rows in each coming month, also where it is 0; the first is the rest of this month, from tomorrow.</param>
/// <param name="Later">The number of rows that become due later, or of which nobody knows when.</param>
public sealed record GroupForecast(
    string Store, string Entity, ValueList<PropertyPath> Fields, ValueList<Key<DataCategory>> Categories, ValueList<DueInMonth> Months, long Later);
