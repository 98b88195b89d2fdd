namespace GdprKit.Mapping;

/// <summary>What a store keeps, personal or not: the ground on which maps are resolved and undeclared personal data is found.</summary>
/// <param name="Name">What the store is called in messages: <c>CrmDbContext</c>.</param>
/// <param name="Entities">Everything in it that has rows; ordered by name.</param>
public sealed record StoreDescription(string Name, ValueList<EntityDescription> Entities)
{
    /// <summary>The entity with a name, for a store that is asked about one.</summary>
    /// <param name="name">The name.</param>
    /// <exception cref="InvalidOperationException">GDPR3001: the store has no such entity.</exception>
    public EntityDescription Entity(string name)
    {
        foreach (var entity in Entities)
        {
            if (entity.Name == name)
            {
                return entity;
            }
        }

        throw new InvalidOperationException($"{MappingMessages.UnknownEntity}: {Name} does not store '{name}'. Pass an entity that was resolved against the description of this store.");
    }

    /// <summary>An entity that has rows of its own, and all such that are derived from it.</summary>
    /// <param name="name">The name of the entity.</param>
    /// <exception cref="InvalidOperationException">GDPR3001: the store has no such entity.</exception>
    public IEnumerable<EntityDescription> Family(string name)
    {
        var first = Entity(name);
        return Entities.Where(entity => !entity.IsAbstract && IsOrDerivesFrom(entity, first.Name));
    }

    private bool IsOrDerivesFrom(EntityDescription entity, string name) =>
        entity.Name == name || (entity.Base is { } parent && IsOrDerivesFrom(Entity(parent), name));
}
