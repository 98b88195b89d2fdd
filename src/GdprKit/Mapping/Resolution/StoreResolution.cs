namespace GdprKit.Mapping;

/// <summary>Puts what the maps say beside what a store keeps.</summary>
internal sealed class StoreResolution(ProcessingRegister register, MappedStore store, ICollection<MapFault> faults)
{
    private readonly OwnerResolution _owners = new(store, faults);

    public StoreMap Resolve() => new(store.Description, store.WithRows.Where(entity => entity.IsMapped).Select(Resolve).ToValueList());

    private StoreEntity Resolve(MappedEntity entity)
    {
        var owners = _owners.Of(entity);
        var fields = new FieldResolution(entity, store.Description.Name, owners, faults);
        var times = new TimeResolution(entity, store.Description.Name, faults);
        var resolved = new StoreEntity
        {
            Description = entity.Description,
            Label = entity.Label,
            Owners = owners.SelectMany(owner => owner.Paths).Distinct().ToValueList(),
            Fields = fields.Fields(),
            NotPersonal = fields.NotPersonal(),
            Roles = fields.Roles(),
            ObtainedFrom = fields.ObtainedFrom(),
            Archive = fields.Archive(),
            Events = times.Events(),
            Arrived = times.Arrived(),
            Scopes = Scopes(entity),
            HoldQueries = HoldQueries(entity),
            Links = _owners.LinksOf(entity).ToValueList(),
        };
        if (entity.OwnerMap is null && (resolved.Fields.Count > 0 || resolved.Events.Count > 0))
        {
            faults.Add(MapFaults.OwnerMissing(entity.ToString()));
        }

        CheckUse(entity, resolved);
        return resolved;
    }

    private ValueList<ActivityScope> Scopes(MappedEntity entity)
    {
        var scopes = new SortedDictionary<string, ActivityScope>(StringComparer.Ordinal);
        foreach (var scope in entity.Maps.SelectMany(map => map.Scopes))
        {
            if (!scopes.TryAdd(scope.Activity.ToString(), scope))
            {
                faults.Add(MapFaults.DeclaredTwice(entity.ToString(), $"when '{scope.Activity}' applies"));
            }
        }

        return scopes.Values.ToValueList();
    }

    private ValueList<StoreHoldQuery> HoldQueries(MappedEntity entity)
    {
        var queries = new SortedDictionary<string, List<StoreHoldQuery>>(StringComparer.Ordinal);
        foreach (var (map, query) in entity.Maps.SelectMany(map => map.HoldQueries.Where(query => !query.Key.IsDefault).Select(query => (map, query))))
        {
            var places = Lineage(entity).TakeWhile(each => each.Maps.Contains(map)).Select(each => new StoreHoldQuery(each.Description.Name, query)).ToList();
            if (!queries.TryAdd(query.Key.ToString(), places))
            {
                faults.Add(MapFaults.DeclaredTwice(entity.ToString(), $"the query '{query.Key}' for holds"));
            }
        }

        return queries.Values.SelectMany(places => places).ToValueList();
    }

    private IEnumerable<MappedEntity> Lineage(MappedEntity entity)
    {
        for (var each = entity; ; each = store[each.Description.Base])
        {
            yield return each;
            if (each.Description.Base is null)
            {
                yield break;
            }
        }
    }

    private void CheckUse(MappedEntity entity, StoreEntity resolved)
    {
        foreach (var field in resolved.Fields)
        {
            var kinds = field.Whose.Select(owner => owner.Kind).Distinct().Where(register.People.Contains);
            foreach (var kind in kinds.Where(kind => register.Categories.Contains(field.Category) && !IsUsed(field.Category, kind)))
            {
                faults.Add(MapFaults.CategoryUnused($"{entity}.{field.Property.Path}", field.Category, kind));
            }
        }
    }

    private bool IsUsed(Key<DataCategory> category, Key<SubjectKind> kind) =>
        register.Activities.Any(activity => activity.Categories.Contains(category) && activity.People.Contains(kind));
}
