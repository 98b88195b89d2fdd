namespace GdprKit;

/// <summary>What a step of a run is about.</summary>
/// <param name="Store">The name of the store.</param>
/// <param name="Entity">The name by which the store knows the entity.</param>
/// <param name="Fields">The properties that lose their values, or the one that says which rows are archived; none when the rows go.</param>
public sealed record RunPartName(string Store, string Entity, ValueList<PropertyPath> Fields);
