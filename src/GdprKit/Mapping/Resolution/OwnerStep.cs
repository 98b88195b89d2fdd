namespace GdprKit.Mapping;

/// <summary>One step from a row towards the person it belongs to: rows whose properties there have the values of those here.</summary>
/// <param name="From">The properties of the row.</param>
/// <param name="Entity">
/// The name of the entity the step leads to. Its rows count and those of entities derived from it; those of the entity that it is
/// derived from itself do not.
/// </param>
/// <param name="To">The properties there, as many and in the same order.</param>
public sealed record OwnerStep(ValueList<PropertyPath> From, string Entity, ValueList<PropertyPath> To);
