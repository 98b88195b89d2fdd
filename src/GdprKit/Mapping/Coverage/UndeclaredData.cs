namespace GdprKit.Mapping;

/// <summary>Finds what a store keeps and no map speaks of.</summary>
internal sealed class UndeclaredData
{
    private readonly ProcessingRegister _register;
    private readonly StoreMap _store;
    private readonly Dictionary<string, StoreEntity> _mapped;

    private UndeclaredData(ProcessingRegister register, StoreMap store)
    {
        _register = register;
        _store = store;
        _mapped = store.Entities.ToDictionary(entity => entity.Description.Name, StringComparer.Ordinal);
    }

    public static IEnumerable<CoverageFinding> Find(ProcessingRegister register, StoreMap store)
    {
        var search = new UndeclaredData(register, store);
        return store.Description.Entities.Where(entity => !entity.IsAbstract).SelectMany(search.Find);
    }

    private IEnumerable<CoverageFinding> Find(EntityDescription entity)
    {
        var map = _mapped.GetValueOrDefault(entity.Name);
        var undeclared = entity.Properties.Where(property => !property.IsBookkeeping && !IsClassified(property, map))
            .Select(property => (Property: property, HasPart: HasPart(property, entity, map))).ToList();
        var isPersonal = map is { Owners.IsEmpty: false } || undeclared.Any(each => Suspicion.Of(each.Property, each.HasPart) is not null);
        foreach (var (property, hasPart) in undeclared)
        {
            if ((Suspicion.Of(property, hasPart) ?? (hasPart ? null : SuspicionByPlace(property, map, isPersonal))) is { } suspicion)
            {
                yield return CoverageFindings.UndeclaredProperty(PlaceOf(property, entity), entity, property, suspicion, CategoryFor(suspicion, map), map is not null);
            }
        }

        if (map is null && PeopleReferredToBy(entity) is { } people)
        {
            yield return CoverageFindings.UndeclaredEntity(entity, people.Target, people.Reference);
        }
    }

    private static Suspicion? SuspicionByPlace(PropertyDescription property, StoreEntity? map, bool isPersonal) =>
        (isPersonal ? Suspicion.BesidePersonalData(property) : null)
        ?? (map is { Owners.IsEmpty: false } ? Suspicion.InRowOfPerson : null);

    private static bool IsClassified(PropertyDescription property, StoreEntity? map) => map is not null && (
        map.Fields.Any(field => field.Property.Path == property.Path)
        || map.NotPersonal.Any(left => left.Property == property.Path));

    /// <summary>Whether it is known for something else than what it says of a person: it finds a row, or dates it.</summary>
    private static bool HasPart(PropertyDescription property, EntityDescription entity, StoreEntity? map) =>
        entity.Key.Contains(property.Path) || (map is not null && (
            map.Events.Any(happened => happened.Time.Property == property.Path)
            || map.Arrived?.Property == property.Path
            || map.ObtainedFrom == property.Path
            || map.Archive?.Property == property.Path
            || map.Owners.Any(owner => (owner.Steps.IsEmpty ? owner.Key : owner.Steps[0].From).Contains(property.Path))));

    /// <summary>A base class is told once, however many classes derive from it.</summary>
    private string PlaceOf(PropertyDescription property, EntityDescription entity)
    {
        var declaring = _store.Description.Entities.FirstOrDefault(each => each.Name == property.DeclaredBy) ?? entity;
        return $"{declaring}.{property.Path}";
    }

    private (string Target, ReferenceDescription Reference)? PeopleReferredToBy(EntityDescription entity)
    {
        foreach (var reference in entity.References.Where(reference => reference.IsForeignKey))
        {
            if (_mapped.GetValueOrDefault(reference.Target) is { Owners.IsEmpty: false } target)
            {
                return (target.ToString(), reference);
            }
        }

        return null;
    }

    /// <summary>The category that the register has for it; without a word that says it, what the rest of the row mostly is.</summary>
    private string? CategoryFor(Suspicion suspicion, StoreEntity? map) => suspicion.Word is { } word
        ? NameIn(word) ?? word.Category
        : map?.Fields.GroupBy(field => field.Category).MaxBy(same => same.Count())?.Key.ToString();

    private string? NameIn(PersonalDataWord word) => (
        _register.Categories.FirstOrDefault(category => category.Key.ToString() == word.Category)
        ?? _register.Categories.FirstOrDefault(category => category.Term?.ToString() == word.Term)
        ?? _register.Categories.FirstOrDefault(category => category.Key.ToString().StartsWith($"{word.Category}-", StringComparison.Ordinal)))?.Key.ToString();
}
