namespace GdprKit.Mapping;

/// <summary>Follows what the maps say about owners until it reaches people.</summary>
internal sealed class OwnerResolution(MappedStore store, ICollection<MapFault> faults)
{
    /// <summary>The ways from a row to people by each owner that its map declares.</summary>
    public IReadOnlyList<ResolvedOwner> Of(MappedEntity entity) => Of(entity, []);

    /// <summary>The references that the map of an entity declares and its store does not.</summary>
    public IEnumerable<ReferenceDescription> LinksOf(MappedEntity entity) =>
        from key in (entity.OwnerMap?.Owners ?? []).OfType<RowOwner.ForeignKeyTo>()
        let target = store.Of(key.Owner)
        where target is not null
        where !entity.Description.References.Any(known => known.IsForeignKey && known.Target == target.Description.Name && known.Properties == key.ForeignKey)
        select LinkTo(target, key.ForeignKey);

    private static ReferenceDescription LinkTo(MappedEntity target, ValueList<PropertyPath> foreignKey) =>
        new(null, foreignKey, target.Description.Name, target.Description.Key, IsForeignKey: true);

    private List<ResolvedOwner> Of(MappedEntity entity, HashSet<OwnerOfEntity> trail)
    {
        var owners = new List<ResolvedOwner>();
        foreach (var owner in entity.OwnerMap?.Owners ?? [])
        {
            // An employee who belongs to a manager, who is an employee: the second time around leads nowhere new.
            var step = new OwnerOfEntity(entity.Description.Name, owner);
            if (trail.Add(step))
            {
                owners.Add(new ResolvedOwner(owner, Resolve(entity, owner, trail).Distinct().ToValueList()));
                trail.Remove(step);
            }
        }

        return owners;
    }

    private IEnumerable<OwnerPath> Resolve(MappedEntity entity, RowOwner owner, HashSet<OwnerOfEntity> trail)
    {
        if (owner.Properties.IsEmpty)
        {
            return [];
        }

        var place = $"{entity.OwnerMap}.{owner.Properties[0]}";
        switch (owner)
        {
            case RowOwner.Subject subject:
                return AreStored(entity, subject.Key) ? [new OwnerPath { Kind = subject.Kind, Key = subject.Key, Condition = subject.Condition }] : [];

            case RowOwner.Reference reference when FindWay(entity, reference.Navigation) is { } way:
                return Follow(way, place, trail);

            case RowOwner.ForeignKeyTo key when store.Of(key.Owner) is { } target:
                return AreStored(entity, key.ForeignKey) && Fits(entity, key.ForeignKey, target, place)
                    ? Follow([LinkTo(target, key.ForeignKey)], place, trail)
                    : [];

            default:
                faults.Add(MapFaults.ReferenceNotStored(place, store.Description.Name));
                return [];
        }
    }

    private bool AreStored(MappedEntity entity, ValueList<PropertyPath> properties)
    {
        var missing = properties.Where(property => entity.Description.Properties.All(stored => stored.Path != property)).ToList();
        foreach (var property in missing)
        {
            faults.Add(MapFaults.PropertyNotStored($"{entity.OwnerMap}.{property}", store.Description.Name, NearestProperty.To(property, entity)));
        }

        return missing.Count == 0;
    }

    private bool Fits(MappedEntity entity, ValueList<PropertyPath> foreignKey, MappedEntity target, string place)
    {
        var expected = Types(target, target.Description.Key);
        var actual = Types(entity, foreignKey);
        if (expected.Length > 0 && expected.SequenceEqual(actual))
        {
            return true;
        }

        faults.Add(MapFaults.ForeignKeyMismatch(place, target.ToString(), Written(expected), Written(actual)));
        return false;
    }

    private static Type[] Types(MappedEntity entity, ValueList<PropertyPath> properties) =>
        [.. properties.Select(path => entity.Description.Properties.Single(stored => stored.Path == path).Type).Select(type => Nullable.GetUnderlyingType(type) ?? type)];

    private static string Written(Type[] types) => types.Length == 0 ? "none" : $"({string.Join(", ", types.Select(type => type.Name))})";

    /// <summary>The references that a navigation, or several in a row, follow.</summary>
    private List<ReferenceDescription>? FindWay(MappedEntity entity, PropertyPath navigation)
    {
        var way = new List<ReferenceDescription>();
        for (var walked = 0; walked < navigation.Segments.Count;)
        {
            var rest = navigation.Segments.AsSpan()[walked..].ToArray();
            var next = entity.Description.References.FirstOrDefault(reference => reference.Navigation is { } path && rest.AsSpan().StartsWith(path.Segments.AsSpan()));
            if (next is null)
            {
                return null;
            }

            way.Add(next);
            walked += next.Navigation!.Segments.Count;
            entity = store[next.Target];
        }

        return way;
    }

    private IEnumerable<OwnerPath> Follow(List<ReferenceDescription> way, string place, HashSet<OwnerOfEntity> trail)
    {
        var target = store[way[^1].Target];
        var paths = PathsOfFamily(target, trail).ToList();
        if (paths.Count == 0)
        {
            faults.Add(MapFaults.NoPathToSubject(place, target.ToString()));
        }

        return paths.Select(path =>
        {
            var extended = Before(way[^1], path.Entity, path.Path);
            for (var i = way.Count - 2; i >= 0; i--)
            {
                extended = Before(way[i], way[i].Target, extended);
            }

            return extended;
        });
    }

    /// <summary>People of every kind that an entity and its derived entities can be, each with the entity to go to.</summary>
    private IEnumerable<PathOfMember> PathsOfFamily(MappedEntity target, HashSet<OwnerOfEntity> trail)
    {
        var family = store.FamilyOf(target).ToList();
        var isUniform = family.Select(member => member.OwnerMap).Distinct().Count() == 1;
        return (isUniform ? family.Take(1) : family).SelectMany(member => Of(member, trail)
            .SelectMany(owner => owner.Paths)
            .Select(path => new PathOfMember(isUniform ? target.Description.Name : member.Description.Name, path)));
    }

    /// <summary>A path with one step put before it, or without it when the row holds the person's key already.</summary>
    private static OwnerPath Before(ReferenceDescription reference, string entity, OwnerPath path)
    {
        var isNeedless = reference.IsForeignKey
            && path is { Steps.IsEmpty: true, Condition: null }
            && entity == reference.Target
            && path.Key.All(key => reference.TargetProperties.Contains(key));
        return isNeedless
            ? path with { Key = path.Key.Select(key => reference.Properties[reference.TargetProperties.ToList().IndexOf(key)]).ToValueList() }
            : path with { Steps = [new OwnerStep(reference.Properties, entity, reference.TargetProperties), .. path.Steps] };
    }

    private sealed record OwnerOfEntity(string Entity, RowOwner Owner);

    private sealed record PathOfMember(string Entity, OwnerPath Path);
}
