using GdprKit.Mapping;

namespace GdprKit.Retention;

/// <summary>Which entities of a store are derived from which: a row of one is also a row of those above it.</summary>
internal sealed class EntityFamilies
{
    private readonly Dictionary<string, EntityDescription> _entities;
    private readonly ILookup<string, string> _members;

    public EntityFamilies(StoreDescription store)
    {
        _entities = store.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        _members = store.Entities.Where(entity => !entity.IsAbstract)
            .SelectMany(entity => LineageOf(entity.Name), (entity, above) => new { Member = entity.Name, Above = above })
            .ToLookup(each => each.Above, each => each.Member, StringComparer.Ordinal);
    }

    public EntityDescription this[string name] => _entities[name];

    /// <summary>The entity that an entity is derived from; <see langword="null"/> for none, also when the store keeps no rows of that one.</summary>
    public string? BaseOf(string name) => _entities[name].Base is { } parent && _entities.ContainsKey(parent) ? parent : null;

    /// <summary>An entity and what it is derived from, upwards.</summary>
    public IEnumerable<string> LineageOf(string name)
    {
        for (var next = name; next is not null; next = BaseOf(next))
        {
            yield return next;
        }
    }

    /// <summary>The entities with rows of their own of which an entity consists: itself and those derived from it; ordered by name.</summary>
    public ValueList<string> MembersOf(string name) => _members[name].ToValueList();

    /// <summary>The entity at the top, by which a family is known.</summary>
    public string RootOf(string name) => LineageOf(name).Last();
}
