namespace GdprKit.Mapping;

/// <summary>Finds the stored properties that the maps of an entity name, and whose they are.</summary>
internal sealed class FieldResolution(
    MappedEntity entity, string store, IReadOnlyList<ResolvedOwner> owners, ICollection<MapFault> faults)
{
    public ValueList<StoreField> Fields()
    {
        var found = new SortedDictionary<PropertyPath, StoreField>();
        var replacements = Replacements();
        var (mayNameOthers, notProvided) = (Marked(nameof(EntityMap.MayNameOthers), map => map.MayNameOthers), Marked(nameof(EntityMap.NotProvided), map => map.NotProvided));
        foreach (var map in entity.Maps)
        {
            foreach (var field in map.Fields)
            {
                var place = $"{map}.{field.Property}";
                var whose = WhoseOf(field, place);
                foreach (var property in Find(field.Property, place))
                {
                    var resolved = new StoreField(property, field.Category, whose)
                    {
                        ReplacedBy = replacements.GetValueOrDefault(property.Path),
                        MayNameOthers = mayNameOthers.Contains(property.Path),
                        IsProvided = !notProvided.Contains(property.Path),
                    };
                    if (!found.TryAdd(property.Path, resolved))
                    {
                        faults.Add(MapFaults.ClassifiedTwice(place, $"'{found[property.Path].Category}'", $"'{field.Category}'"));
                    }
                }
            }
        }

        return found.Values.ToValueList();
    }

    public ValueList<NotPersonalMap> NotPersonal()
    {
        var found = new SortedDictionary<PropertyPath, NotPersonalMap>();
        foreach (var (map, left) in entity.Maps.SelectMany(map => map.NotPersonal.Select(left => (map, left))))
        {
            var place = $"{map}.{left.Property}";
            foreach (var property in Find(left.Property, place))
            {
                found[property.Path] = left with { Property = property.Path };
                if (entity.Maps.SelectMany(each => each.Fields).FirstOrDefault(field => field.Property == property.Path) is { } field)
                {
                    faults.Add(MapFaults.ClassifiedTwice(place, $"'{field.Category}'", "not personal"));
                }
            }
        }

        return found.Values.ToValueList();
    }

    public ValueList<RoleMap> Roles()
    {
        var roles = new List<RoleMap>();
        foreach (var map in entity.Maps)
        {
            foreach (var role in map.Roles)
            {
                var place = $"{map}.{role.Property}";
                if (Find(role.Property, place).Count > 0 && !IsField(role.Property))
                {
                    faults.Add(MapFaults.RoleWithoutField(place, role.Role));
                }

                if (role.Role is not (FieldRole.PersonName or FieldRole.AddressLine) && roles.Exists(other => other.Role == role.Role))
                {
                    faults.Add(MapFaults.DeclaredTwice(entity.ToString(), $"the role {role.Role}"));
                }

                roles.Add(role);
            }
        }

        return roles.ToValueList();
    }

    public PropertyPath? ObtainedFrom()
    {
        if (entity.Maps.LastOrDefault(map => map.ObtainedFrom is not null) is not { ObtainedFrom: { } property } map)
        {
            return null;
        }

        _ = Find(property, $"{map}.{property}");
        return property;
    }

    public ArchiveMap? Archive()
    {
        if (entity.Maps.LastOrDefault(map => map.Archive is not null) is not { Archive: { } archive } map)
        {
            return null;
        }

        var place = $"{map}.{archive.Property}";
        _ = Find(archive.Property, place);
        if (IsField(archive.Property))
        {
            faults.Add(MapFaults.ArchiveIsField(place));
        }

        return archive;
    }

    private Dictionary<PropertyPath, Replacement> Replacements()
    {
        var found = new Dictionary<PropertyPath, Replacement>();
        foreach (var (map, replacement) in entity.Maps.SelectMany(map => map.Replacements.Select(replacement => (map, replacement))))
        {
            var place = $"{map}.{replacement.Property}";
            foreach (var property in Find(replacement.Property, place))
            {
                if (!IsField(property.Path))
                {
                    faults.Add(MapFaults.ReplacementWithoutField(place));
                }

                if (replacement.By.WhyNotFor(property) is { } why)
                {
                    faults.Add(MapFaults.ReplacementMisfit(place, why));
                }

                // The map of a derived class comes last and prevails.
                found[property.Path] = replacement.By;
            }
        }

        return found;
    }

    private HashSet<PropertyPath> Marked(string call, Func<EntityMap, ValueList<PropertyPath>> marks)
    {
        var found = new HashSet<PropertyPath>();
        foreach (var (map, path) in entity.Maps.SelectMany(map => marks(map).Select(path => (map, path))))
        {
            var place = $"{map}.{path}";
            foreach (var property in Find(path, place))
            {
                found.Add(property.Path);
                if (!IsField(property.Path))
                {
                    faults.Add(MapFaults.MarkWithoutField(place, call));
                }
            }
        }

        return found;
    }

    private bool IsField(PropertyPath path) =>
        entity.Maps.SelectMany(map => map.Fields).SelectMany(field => entity.Find(field.Property)).Any(property => property.Path == path);

    private List<PropertyDescription> Find(PropertyPath path, string place)
    {
        var found = entity.Find(path).ToList();
        if (found.Count == 0)
        {
            faults.Add(MapFaults.PropertyNotStored(place, store, NearestProperty.To(path, entity)));
        }

        return found;
    }

    private ValueList<OwnerPath> WhoseOf(FieldMap field, string place)
    {
        switch (field.Whose)
        {
            case FieldSubjects.AllOwners:
                return PathsOf(_ => true);

            case FieldSubjects.OneOwner one when owners.Any(owner => owner.Owner.Properties.Contains(one.Property)):
                return PathsOf(owner => owner.Properties.Contains(one.Property));

            case FieldSubjects.OneOwner one:
                faults.Add(MapFaults.OwnerUnknown(place, one.Property));
                return [];

            // The row is the person: what is not said otherwise is about them, not about whom they refer to.
            case var _ when owners.Any(owner => owner.Owner is RowOwner.Subject):
                return PathsOf(owner => owner is RowOwner.Subject);

            case var _ when owners.Count > 1:
                faults.Add(MapFaults.OwnersWithoutRule(place));
                return [];

            default:
                return PathsOf(_ => true);
        }
    }

    private ValueList<OwnerPath> PathsOf(Func<RowOwner, bool> which) =>
        owners.Where(owner => which(owner.Owner)).SelectMany(owner => owner.Paths).Distinct().ToValueList();
}
