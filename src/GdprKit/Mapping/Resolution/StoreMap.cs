namespace GdprKit.Mapping;

/// <summary>What one store keeps of whom.</summary>
/// <param name="Description">What the store keeps, personal or not.</param>
/// <param name="Entities">The entities that a map is about, ordered by name.</param>
public sealed record StoreMap(StoreDescription Description, ValueList<StoreEntity> Entities);
