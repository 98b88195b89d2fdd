namespace GdprKit.Mapping;

/// <summary>Finds the entities whose rows belong to people, by the references that lead to them.</summary>
internal sealed class OwnerFinder
{
    private readonly StoreReading _store;
    private readonly IReadOnlyDictionary<string, FoundPeople> _people;
    private readonly Dictionary<string, FoundRow> _rows = new(StringComparer.Ordinal);

    private OwnerFinder(StoreReading store, IReadOnlyDictionary<string, FoundPeople> people) => (_store, _people) = (store, people);

    /// <summary>The rows by the name of the entity, derived entities included.</summary>
    public static IReadOnlyDictionary<string, FoundRow> Find(StoreReading store, IReadOnlyDictionary<string, FoundPeople> people)
    {
        var finder = new OwnerFinder(store, people);
        // An order of a customer that an employee took is the customer's.
        finder.Follow(role => role is not (PeopleRole.User or PeopleRole.Author or PeopleRole.Supplier or PeopleRole.Employee));
        finder.Follow(role => role is PeopleRole.User);
        finder.FollowBack();
        finder.Follow(role => role is PeopleRole.Author or PeopleRole.Supplier or PeopleRole.Employee);
        finder.FollowBack();
        return finder._rows;
    }

    private IEnumerable<EntityDescription> Open => _store.RootsFirst.Where(entity =>
        !_people.ContainsKey(entity.Name) && !_rows.ContainsKey(entity.Name) && StoreReading.CanBeMapped(entity));

    /// <summary>From one row to the next, those nearest to people first.</summary>
    private void Follow(Func<PeopleRole, bool> about)
    {
        for (var found = true; found;)
        {
            var step = Open.Select(entity => (Entity: entity, Row: Decide(entity, about))).Where(each => each.Row is not null).ToList();
            step.ForEach(each => _rows[each.Entity.Name] = each.Row!);
            found = step.Count > 0;
        }
    }

    private FoundRow? Decide(EntityDescription entity, Func<PeopleRole, bool> about)
    {
        if (_store.ParentOf(entity) is { } parent && _rows.TryGetValue(parent.Name, out var inherited))
        {
            return inherited;
        }

        var ways = _store.ReferencesOf(entity).Where(reference => IsWay(entity, reference) && RolesBehind(reference.Target).Any(about) && Owns(entity, reference)).ToList();
        var direct = ways.Where(way => _people.ContainsKey(way.Target)).ToList();
        return direct.Count > 0 ? new FoundRow(direct.ToValueList(), Follows: true)
            : ways.Count > 0 ? new FoundRow([ways.OrderBy(way => IsOptional(entity, way)).ThenBy(way => way.Properties[0]).First()], Follows: true)
            : null;
    }

    private bool IsWay(EntityDescription entity, ReferenceDescription reference) => reference.IsForeignKey
        && _store.LineOf(entity).All(each => each.Name != reference.Target)
        && (_people.ContainsKey(reference.Target) || _rows.ContainsKey(reference.Target))
        && !SaysWhoDidIt(reference)
        && _store.CanBeFollowed(entity, reference);

    /// <summary>Whether a row is its owner's by nature: part of its key, of its name, of what such rows are always about.</summary>
    private bool Owns(EntityDescription entity, ReferenceDescription reference)
    {
        var people = _people.GetValueOrDefault(reference.Target);
        return people is { OwnWhatRefersToThem: true }
            || (people is null && _rows[reference.Target].Follows && RolesBehind(reference.Target).All(role => role is not (PeopleRole.Author or PeopleRole.Supplier or PeopleRole.Employee)))
            || reference.Properties.Any(entity.Key.Contains)
            || EntityName.Words(entity).StartsWith($"{EntityName.Words(_store[reference.Target])} ", StringComparison.Ordinal)
            || (people is not null && Topics.Of(entity)?.Of == people.Role && people.Role is not PeopleRole.Unspecified)
            || (!IsOptional(entity, reference) && Suspicions.CertainIn(entity.Properties).Count > 0);
    }

    private static bool IsOptional(EntityDescription entity, ReferenceDescription reference) => reference.Properties.Any(path => StoreReading.PropertyOf(entity, path).IsNullable);

    private IEnumerable<PeopleRole> RolesBehind(string entity) => _people.TryGetValue(entity, out var people)
        ? [people.Role]
        : _rows[entity].Owners.SelectMany(owner => RolesBehind(owner.Target)).Distinct();

    /// <summary>To rows that people refer to, as to their address; only where the class knows the way back.</summary>
    private void FollowBack()
    {
        foreach (var entity in Open.Where(entity => Suspicions.CertainIn(entity.Properties).Count > 0 && Things.WordIn(entity) is null).ToList())
        {
            var back = entity.References.Where(reference => !reference.IsForeignKey && _store.CanBeFollowed(entity, reference)).ToList();
            var people = back.Where(reference => _people.ContainsKey(reference.Target)).ToList();
            // What orders refer to is theirs only when it is an address or the like: not the carrier that brings them.
            var rows = back.Where(reference => _rows.ContainsKey(reference.Target) && RowContext.ByPersonalDataIn(entity) is not null).ToList();
            if (people.Count + rows.Count > 0)
            {
                _rows[entity.Name] = new FoundRow((people.Count > 0 ? people : rows).ToValueList(), Follows: false);
            }
        }
    }

    private static bool SaysWhoDidIt(ReferenceDescription reference) =>
        Array.Exists(
            [.. NameParts.WordsOf(reference.Properties[0].Segments[^1]), .. reference.Navigation is { } navigation ? NameParts.WordsOf(navigation.Segments[^1]) : []],
            word => word is "by" or "door");
}
