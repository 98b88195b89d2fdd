using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>Leads from what a hold is on to its stream, and back.</summary>
internal sealed class HoldScopes(ProcessingRegister register, PersonalDataMap map, ISubjectDirectory subjects)
{
    // Names that are too long for a key are found again among those of the map.
    private readonly Lazy<Dictionary<StreamKey, HoldScope.Entity>> _entities = new(() => EntitiesOf(map).ToDictionary(entity => HoldKeys.Of(entity.Store, entity.Name)));

    private readonly DeclaredHolds _declared = DeclaredHolds.Of(map);

    private readonly Lazy<Dictionary<StreamKey, HoldScope.Query>> _queries = new(() => DeclaredHolds.Of(map).Queries.Keys.ToDictionary(HoldKeys.Of));

    /// <summary>Refuses a scope on which a hold would keep nothing: a name that was misspelt protects nobody, and nobody would notice.</summary>
    public void RequireKnown(HoldScope scope)
    {
        switch (scope)
        {
            case HoldScope.Person { Subject.Kind: var kind } when !register.People.Contains(kind):
                throw HoldRefusals.PersonUnknown(kind);
            case HoldScope.Category { Key: var category } when !register.Categories.Contains(category):
                throw HoldRefusals.CategoryUnknown(category);
            case HoldScope.Entity entity when !EntitiesOf(map).Contains(entity):
                throw HoldRefusals.EntityUnknown(entity.Store, entity.Name);
            case HoldScope.Query query when !_declared.Queries.ContainsKey(query):
                throw HoldRefusals.QueryUnknown(query);
            case HoldScope.Unnamed:
                throw HoldRefusals.Unnamed();
        }
    }

    /// <summary>The queries on which a hold can be placed.</summary>
    public ValueList<HoldableQuery> Queries =>
    [
        .. from query in _declared.Queries
           where !LineageOf(query.Key).Skip(1).Any(_declared.Queries.ContainsKey)
           orderby HoldKeys.Of(query.Key)
           select new HoldableQuery(query.Key, query.Value),
    ];

    /// <summary>What people call what a hold is on; <see langword="null"/> where nobody says it.</summary>
    public LocalizedText? LabelOf(HoldScope scope) => scope switch
    {
        HoldScope.Category { Key: var key } => register.Categories.TryGet(key, out var category) ? category.Label : null,
        HoldScope.Entity { Store: var store, Name: var name } => map.Stores.FirstOrDefault(each => each.Description.Name == store)?.Entities.FirstOrDefault(entity => entity.Description.Name == name)?.Label,
        HoldScope.Query query => _declared.Queries.GetValueOrDefault(query),
        _ => null,
    };

    /// <summary>The stream of a scope; <see langword="null"/> for a person whom the ledger does not know.</summary>
    public async ValueTask<StreamId?> FindStreamAsync(HoldScope scope, CancellationToken cancellationToken) => scope switch
    {
        HoldScope.Person { Subject: var subject } => await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person ? LegalHold.StreamOf(person) : null,
        HoldScope.Category { Key: var category } => category.IsDefault ? null : LegalHold.StreamOf(category),
        HoldScope.Entity entity => LegalHold.StreamOf(entity.Store, entity.Name),
        HoldScope.Query query => query.Key.IsDefault ? null : LegalHold.StreamOf(query),
        HoldScope.Unnamed { Stream: var stream } => stream.Kind == LegalHold.Fold.Kind ? stream : null,
        _ => throw new ArgumentNullException(nameof(scope)),
    };

    /// <summary>What streams are on, in the same order.</summary>
    public async ValueTask<ValueList<HoldScope>> NameAsync(IEnumerable<StreamId> streams, CancellationToken cancellationToken)
    {
        var asked = streams.ToList();
        var refs = asked.Select(stream => stream.Subject).Where(subject => !subject.IsNone).Distinct().ToValueList();
        var links = refs.IsEmpty ? [] : await subjects.FindByRefAsync(refs, cancellationToken).ConfigureAwait(false);
        var people = links.ToDictionary(link => link.Ref, link => link.Subject);
        return asked.Select(stream => !stream.Subject.IsNone ? OfPerson(stream) : OfNobody(stream)).ToValueList();

        HoldScope OfPerson(StreamId stream) => people.TryGetValue(stream.Subject, out var subject) ? new HoldScope.Person(subject) : new HoldScope.Unnamed(stream);
    }

    private IEnumerable<HoldScope.Query> LineageOf(HoldScope.Query query) =>
        DeclaredHolds.LineageOf(map.Stores.First(store => store.Description.Name == query.Store).Description, query.Name).Select(name => query with { Name = name });

    private static IEnumerable<HoldScope.Entity> EntitiesOf(PersonalDataMap map) =>
        from store in map.Stores
        from entity in store.Entities
        select new HoldScope.Entity(store.Description.Name, entity.Description.Name);

    private HoldScope OfNobody(StreamId stream) =>
        HoldKeys.CategoryOf(stream.Key) is { } category ? new HoldScope.Category(category)
        : _queries.Value.TryGetValue(stream.Key, out var query) ? query
        : HoldKeys.EntityOf(stream.Key) is var (store, name) ? new HoldScope.Entity(store, name)
        : _entities.Value.TryGetValue(stream.Key, out var entity) ? entity
        : new HoldScope.Unnamed(stream);
}
