namespace GdprKit.Mapping;

/// <summary>A store with the maps that are about its entities.</summary>
internal sealed class MappedStore
{
    private readonly Dictionary<string, MappedEntity> _entities;

    public MappedStore(StoreDescription description, IReadOnlyCollection<EntityMap> maps)
    {
        Description = description;
        _entities = description.Entities.ToDictionary(entity => entity.Name, entity => new MappedEntity(entity, maps), StringComparer.Ordinal);
    }

    public StoreDescription Description { get; }

    /// <summary>The entities with rows of their own, ordered by name.</summary>
    public IEnumerable<MappedEntity> WithRows => Description.Entities.Where(entity => !entity.IsAbstract).Select(entity => _entities[entity.Name]);

    public MappedEntity this[string name] => _entities[name];

    public MappedEntity? Of(Type type) => Description.Entities.Where(entity => entity.Type == type).Select(entity => _entities[entity.Name]).FirstOrDefault();

    /// <summary>An entity and those derived from it, of which rows exist.</summary>
    public IEnumerable<MappedEntity> FamilyOf(MappedEntity entity) => Description.Family(entity.Description.Name).Select(member => _entities[member.Name]);
}
