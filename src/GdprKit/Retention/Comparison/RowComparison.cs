namespace GdprKit;

/// <summary>What another register would change for the rows of an entity that go whole: a field that is blanked leaves its row, and one that is deleted need not.</summary>
/// <param name="Store">The name of the store.</param>
/// <param name="Entity">The name of the entity in the store.</param>
/// <param name="Going">How many rows go now.</param>
/// <param name="GoingThen">How many rows would go.</param>
/// <param name="NewlyGoing">How many rows would go, and do not.</param>
/// <param name="NoLongerGoing">How many rows go, and would not.</param>
public sealed record RowComparison(string Store, string Entity, long Going, long GoingThen, long NewlyGoing, long NoLongerGoing);
