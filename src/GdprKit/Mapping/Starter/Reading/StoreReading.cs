namespace GdprKit.Mapping;

/// <summary>A store, with what is asked of it again and again.</summary>
internal sealed class StoreReading
{
    private readonly Dictionary<string, EntityDescription> _entities;
    private readonly Dictionary<string, ValueList<ReferenceDescription>> _references;

    public StoreReading(StoreDescription store)
    {
        Store = store;
        _entities = store.Entities.ToDictionary(entity => entity.Name, StringComparer.Ordinal);
        RootsFirst = [.. store.Entities.OrderBy(DepthOf).ThenBy(entity => entity.Name, StringComparer.Ordinal)];
        _references = store.Entities.ToDictionary(entity => entity.Name, entity => entity.References, StringComparer.Ordinal);
    }

    public StoreDescription Store { get; }

    /// <summary>Every entity, behind the one it is derived from.</summary>
    public IReadOnlyList<EntityDescription> RootsFirst { get; }

    public EntityDescription this[string name] => _entities[name];

    public EntityDescription? ParentOf(EntityDescription entity) => entity.Base is { } name ? _entities.GetValueOrDefault(name) : null;

    /// <summary>The entity and all that it is derived from, the nearest first.</summary>
    public IEnumerable<EntityDescription> LineOf(EntityDescription entity)
    {
        for (var at = entity; at is not null; at = ParentOf(at))
        {
            yield return at;
        }
    }

    /// <summary>The entity and all that is derived from it.</summary>
    public IEnumerable<EntityDescription> FamilyOf(EntityDescription entity) => RootsFirst.Where(other => LineOf(other).Any(each => each.Name == entity.Name));

    public static PropertyDescription PropertyOf(EntityDescription entity, PropertyPath path) => entity.Properties.First(property => property.Path == path);

    /// <summary>The references, with those that the store does not declare and that were guessed.</summary>
    public ValueList<ReferenceDescription> ReferencesOf(EntityDescription entity) => _references[entity.Name];

    public void Add(EntityDescription entity, ReferenceDescription guessed) => _references[entity.Name] = [.. _references[entity.Name], guessed];

    public static bool IsGuessed(EntityDescription entity, ReferenceDescription reference) => !entity.References.Contains(reference);

    /// <summary>Whether a map can be about the entity, because other code can name its class.</summary>
    public static bool CanBeMapped(EntityDescription entity) => CSharpType.CanBeNamed(entity.Type);

    /// <summary>Whether no other entity has its class.</summary>
    public bool HasClassOfItsOwn(EntityDescription entity) => Store.Entities.All(other => other.Name == entity.Name || other.Type != entity.Type);

    /// <summary>Whether a map can say that rows belong to whom this reference leads to.</summary>
    public bool CanBeFollowed(EntityDescription entity, ReferenceDescription reference) =>
        (reference.Navigation is { } navigation && MemberAccess.Of(entity.Type, navigation) is not null) || HoldsKey(entity, reference);

    private bool HoldsKey(EntityDescription entity, ReferenceDescription reference)
    {
        var target = this[reference.Target];
        return reference.IsForeignKey && reference.TargetProperties == target.Key && CanBeMapped(target) && HasClassOfItsOwn(target)
            && reference.Properties.Zip(target.Key).All(pair => TypeOf(entity, pair.First) == TypeOf(target, pair.Second));
    }

    private static Type TypeOf(EntityDescription entity, PropertyPath path)
    {
        var type = PropertyOf(entity, path).Type;
        return Nullable.GetUnderlyingType(type) ?? type;
    }

    private int DepthOf(EntityDescription entity) => LineOf(entity).Count();
}
