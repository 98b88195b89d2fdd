namespace GdprKit;

/// <summary>What another register would change for some fields of an entity.</summary>
/// <param name="Store">The name of the store.</param>
/// <param name="Entity">The name of the entity in the store.</param>
/// <param name="Fields">The fields.</param>
/// <param name="Due">In how many rows they are due now.</param>
/// <param name="DueThen">In how many rows they would be due.</param>
/// <param name="NewlyDue">In how many rows they would be due, and are not.</param>
/// <param name="NoLongerDue">In how many rows they are due, and would not be.</param>
public sealed record FieldComparison(
    string Store, string Entity, ValueList<PropertyPath> Fields, long Due, long DueThen, long NewlyDue, long NoLongerDue);
