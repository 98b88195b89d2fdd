namespace GdprKit.Mapping;

/// <summary>Finds the entities whose rows are people.</summary>
internal sealed class PeopleFinder
{
    private readonly StoreReading _store;
    private readonly Dictionary<string, FoundPeople> _found = new(StringComparer.Ordinal);

    private PeopleFinder(StoreReading store) => _store = store;

    /// <summary>The people by the name of the entity, derived entities included.</summary>
    public static IReadOnlyDictionary<string, FoundPeople> Find(StoreReading store)
    {
        var finder = new PeopleFinder(store);
        finder.FindByTheirName();
        finder.FindByWhatTheyHold();
        finder.FindByWhatIsDerivedFromThem();
        return finder._found;
    }

    private void FindByTheirName()
    {
        foreach (var entity in _store.RootsFirst)
        {
            var inherited = Inherited(entity);
            var word = PeopleWords.Of(entity);
            if (word is not null && (inherited is not null ? inherited.Kind.Key.ToString() != word.Key : IsPerson(entity, word)))
            {
                _found[entity.Name] = Named(entity, word);
            }
            else if (inherited is not null)
            {
                _found[entity.Name] = inherited;
            }
        }
    }

    // A class of an unknown name that holds names of people is people, unless it is only about people that it refers to.
    private void FindByWhatTheyHold()
    {
        var known = new Dictionary<string, FoundPeople>(_found, StringComparer.Ordinal);
        foreach (var entity in _store.RootsFirst.Where(entity => !_found.ContainsKey(entity.Name)))
        {
            if (Inherited(entity) is { } inherited)
            {
                _found[entity.Name] = inherited;
            }
            else if (CanBePeople(entity) && Suspicions.HasNameOfPerson(entity.Properties) && !LeadsTo(known, entity, []))
            {
                _found[entity.Name] = Unnamed(entity);
            }
        }
    }

    // Rows of a base class hold what those of its derived classes hold, and then somebody has to say whose they are.
    private void FindByWhatIsDerivedFromThem()
    {
        foreach (var entity in _store.RootsFirst.Where(entity => !entity.IsAbstract && !_found.ContainsKey(entity.Name) && CanBePeople(entity)))
        {
            if (Suspicions.CertainIn(entity.Properties).Count > 0 && _store.FamilyOf(entity).Any(member => _found.ContainsKey(member.Name)))
            {
                _found[entity.Name] = Unnamed(entity);
            }
        }
    }

    private FoundPeople? Inherited(EntityDescription entity) => _store.ParentOf(entity) is { } parent ? _found.GetValueOrDefault(parent.Name) : null;

    private static bool CanBePeople(EntityDescription entity) => !entity.Key.IsEmpty && StoreReading.CanBeMapped(entity);

    private bool IsPerson(EntityDescription entity, PeopleWord word)
    {
        var certain = Suspicions.CertainIn(_store.FamilyOf(entity).SelectMany(member => member.Properties));
        return CanBePeople(entity) && word.Role switch
        {
            PeopleRole.Author or PeopleRole.Supplier => certain.Intersect(["name", "email-address"]).Any(),
            PeopleRole.User => certain.Intersect(["name", "email-address", "account"]).Any(),
            _ => certain.Count > 0 || entity.Properties.Any(property => Suspicion.BesidePersonalData(property)?.Word?.Category == "name"),
        };
    }

    private bool LeadsTo(Dictionary<string, FoundPeople> people, EntityDescription entity, HashSet<string> seen) => seen.Add(entity.Name)
        && entity.References.Where(reference => reference.IsForeignKey).Any(reference =>
            people.TryGetValue(reference.Target, out var found)
                ? found.OwnWhatRefersToThem || reference.Properties.All(path => !StoreReading.PropertyOf(entity, path).IsNullable)
                : LeadsTo(people, _store[reference.Target], seen));

    private FoundPeople Named(EntityDescription entity, PeopleWord word)
    {
        if (IsTaken(word.Key))
        {
            return Unnamed(entity) with { Role = word.Role };
        }

        var words = Suspicions.WordsIn(entity.Properties);
        return new FoundPeople(
            new SubjectKind { Key = Key<SubjectKind>.Parse(word.Key), Label = word.Label, HasOwnNotice = word.Role is PeopleRole.Employee },
            word.One,
            word.Role,
            Mark.Guess($"a row of {entity} is {word.One}, by the name of the class{(words.Length == 0 ? "" : $" and by {words}")}."));
    }

    private FoundPeople Unnamed(EntityDescription entity)
    {
        var slug = EntityName.Slug(entity);
        var key = Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? slug : $"{slug}-{number}").First(text => !IsTaken(text));
        var label = slug.Replace('-', ' ');
        return new FoundPeople(
            new SubjectKind { Key = Key<SubjectKind>.Parse(key), Label = LocalizedText.Of(label, label) },
            EntityName.One(entity),
            PeopleRole.Unspecified,
            Mark.FillIn($"what these people are called; rows of {entity} seem to be people, by {Suspicions.WordsIn(entity.Properties)}."));
    }

    private bool IsTaken(string kind) => _found.Values.Any(found => found.Kind.Key.ToString() == kind);
}
