namespace GdprKit.Mapping;

/// <summary>Whose rows the entities of a store hold, as far as it can be guessed.</summary>
internal sealed class Findings
{
    private Findings(StoreReading store, IReadOnlyDictionary<string, FoundPeople> people, IReadOnlyDictionary<string, FoundRow> rows) =>
        (Store, People, Rows) = (store, people, rows);

    public StoreReading Store { get; }

    /// <summary>The people by the name of the entity whose rows they are.</summary>
    public IReadOnlyDictionary<string, FoundPeople> People { get; }

    /// <summary>The rows of people by the name of the entity.</summary>
    public IReadOnlyDictionary<string, FoundRow> Rows { get; }

    /// <summary>The entities whose maps say which people their rows are; what is derived from them need not say it again.</summary>
    public IEnumerable<EntityDescription> Subjects => Store.RootsFirst.Where(IsSubject);

    /// <summary>Whether the map of an entity says which people its rows are.</summary>
    public bool IsSubject(EntityDescription entity) => People.TryGetValue(entity.Name, out var people)
        && (Store.ParentOf(entity) is not { } parent || People.GetValueOrDefault(parent.Name)?.Kind.Key != people.Kind.Key)
        && Store.FamilyOf(entity).Any(member => !member.IsAbstract && People[member.Name].Kind.Key == people.Kind.Key);

    public static Findings Of(StoreDescription description)
    {
        var store = new StoreReading(description);
        var people = PeopleFinder.Find(store);
        GuessedReferences.AddTo(store, people);
        return new Findings(store, people, OwnerFinder.Find(store, people));
    }

    public bool IsPersonal(EntityDescription entity) => People.ContainsKey(entity.Name) || Rows.ContainsKey(entity.Name);

    /// <summary>The people that rows of an entity, or of one derived from it, are about.</summary>
    public IReadOnlyList<FoundPeople> PeopleBehind(EntityDescription entity) =>
    [
        .. Store.FamilyOf(entity).Where(member => !member.IsAbstract).SelectMany(Behind).DistinctBy(people => people.Kind.Key),
    ];

    private IEnumerable<FoundPeople> Behind(EntityDescription entity) => People.TryGetValue(entity.Name, out var people)
        ? [people]
        : Rows.TryGetValue(entity.Name, out var row) ? row.Owners.SelectMany(owner => PeopleBehind(Store[owner.Target])) : [];
}
