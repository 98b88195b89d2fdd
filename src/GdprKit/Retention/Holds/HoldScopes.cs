using GdprKit.Ledger;
using GdprKit.Subjects;

namespace GdprKit.Retention;

/// <summary>Leads from what a hold is on to its stream, and back.</summary>
internal sealed class HoldScopes(ProcessingRegister register, PersonalDataMap map, ISubjectDirectory subjects)
{
    // Names that are too long for a key are found again among those of the map.
    private readonly Lazy<Dictionary<StreamKey, HoldScope.Entity>> _entities = new(() => EntitiesOf(map).ToDictionary(entity => HoldKeys.Of(entity.Store, entity.Name)));

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
            case HoldScope.Unnamed:
                throw HoldRefusals.Unnamed();
        }
    }

    /// <summary>The stream of a scope; <see langword="null"/> for a person whom the ledger does not know.</summary>
    public async ValueTask<StreamId?> FindStreamAsync(HoldScope scope, CancellationToken cancellationToken) => scope switch
    {
        HoldScope.Person { Subject: var subject } => await subjects.FindOneAsync(subject, cancellationToken).ConfigureAwait(false) is { } person ? LegalHold.StreamOf(person) : null,
        HoldScope.Category { Key: var category } => category.IsDefault ? null : LegalHold.StreamOf(category),
        HoldScope.Entity entity => LegalHold.StreamOf(entity.Store, entity.Name),
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

    private static IEnumerable<HoldScope.Entity> EntitiesOf(PersonalDataMap map) =>
        from store in map.Stores
        from entity in store.Entities
        select new HoldScope.Entity(store.Description.Name, entity.Description.Name);

    private HoldScope OfNobody(StreamId stream) =>
        HoldKeys.CategoryOf(stream.Key) is { } category ? new HoldScope.Category(category)
        : HoldKeys.EntityOf(stream.Key) is var (store, name) ? new HoldScope.Entity(store, name)
        : _entities.Value.TryGetValue(stream.Key, out var entity) ? entity
        : new HoldScope.Unnamed(stream);
}
