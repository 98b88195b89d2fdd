namespace GdprKit;

/// <summary>A row of a person, with until when each of its fields is kept.</summary>
/// <param name="Store">The name of the store.</param>
/// <param name="Entity">The name of the entity in the store.</param>
/// <param name="Key">The values of its primary key, in order.</param>
/// <param name="Fields">The fields that are about the person, ordered by path; none when the row holds nothing of its own.</param>
public sealed record HeldRow(string Store, string Entity, ValueList<object?> Key, ValueList<HeldField> Fields)
{
    /// <summary>The name of the entity; the key is withheld.</summary>
    public override string ToString() => Entity;
}
