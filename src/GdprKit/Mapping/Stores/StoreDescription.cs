namespace GdprKit.Mapping;

/// <summary>What a store keeps, personal or not: the ground on which maps are resolved and undeclared personal data is found.</summary>
/// <param name="Name">What the store is called in messages: <c>CrmDbContext</c>.</param>
/// <param name="Entities">Everything in it that has rows; ordered by name.</param>
public sealed record StoreDescription(string Name, ValueList<EntityDescription> Entities);
