namespace GdprKit.Mapping;

/// <summary>An entity of a store with the maps that are about it: of its class, of its base classes, of its interfaces.</summary>
internal sealed class MappedEntity
{
    private readonly EntityMap[] _maps;

    public MappedEntity(EntityDescription description, IEnumerable<EntityMap> maps)
    {
        Description = description;
        EntityMap[] about = [.. maps.Where(map => map.Entity.IsAssignableFrom(description.Type) && (map.StoredAs is null || map.StoredAs == description.Name))];
        // The most general first: what a derived class says about its owners prevails.
        _maps = [.. about.OrderBy(map => about.Count(other => other.Entity.IsAssignableFrom(map.Entity)))];
    }

    public EntityDescription Description { get; }

    public IReadOnlyList<EntityMap> Maps => _maps;

    /// <summary>The map that says whose row it is, or <see langword="null"/> when none does.</summary>
    public EntityMap? OwnerMap => Array.FindLast(_maps, map => !map.Owners.IsEmpty);

    public LocalizedText? Label => Array.FindLast(_maps, map => map.Label is not null)?.Label;

    public bool IsMapped => _maps.Length > 0;

    /// <summary>The stored property of a path, or all that are stored below it.</summary>
    public IEnumerable<PropertyDescription> Find(PropertyPath path) => Description.Properties.Where(property => property.Path == path || IsBelow(property.Path, path));

    /// <summary>
    /// Whether a path goes on from something stored, so that a store may be able to compute it: <c>SoldAt.Date</c>,
    /// <c>Customer.LastSeen</c>, <c>Lines.Count</c>.
    /// </summary>
    public bool LeadsFurther(PropertyPath path) => Description.Properties.Any(property => IsBelow(path, property.Path))
        || Description.References.Any(reference => reference.Navigation is { } navigation && IsBelow(path, navigation));

    public override string ToString() => Description.ToString();

    private static bool IsBelow(PropertyPath path, PropertyPath above) =>
        path.Segments.Count > above.Segments.Count && path.Segments.AsSpan()[..above.Segments.Count].SequenceEqual(above.Segments.AsSpan());
}
