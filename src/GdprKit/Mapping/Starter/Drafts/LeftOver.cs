namespace GdprKit.Mapping;

/// <summary>What is said of rows that are about nobody, and yet look as if they were.</summary>
internal static class LeftOver
{
    public static List<PropertyGuess> Guess(EntityDescription entity, IReadOnlyList<PropertyDescription> open, Findings findings) =>
        entity.IsAbstract ? [] : [.. open.Select(property => Guess(entity, property, findings)).OfType<PropertyGuess>()];

    private static PropertyGuess.NotPersonal? Guess(EntityDescription entity, PropertyDescription property, Findings findings)
    {
        var references = findings.Store.ReferencesOf(entity).Where(reference => reference.IsForeignKey && reference.Properties.Contains(property.Path)).ToList();
        var personal = references.Find(reference => findings.IsPersonal(findings.Store[reference.Target]));
        return personal is not null ? Reference(entity, property, personal, findings)
            : Suspicion.Of(property, entity.Key.Contains(property.Path)) is not { } suspicion ? null
            : references.Count > 0 ? Key(property, EntityName.One(findings.Store[references[0].Target]))
            : TechnicalWords.Of(property) is var (reason, word) ? new PropertyGuess.NotPersonal(property, reason, Mark.Guess($"technical, by '{word}'."))
            : entity.IsReadOnly && entity.Key.IsEmpty
                ? new PropertyGuess.NotPersonal(property, "a view shows it; it is mapped where it is stored", Mark.Guess($"{entity} has no key and cannot be changed, as a view."))
            : Things.WordIn(entity) is { } thing
                ? new PropertyGuess.NotPersonal(property, $"of {EntityName.One(entity)}, not of a person", Mark.Guess($"by '{thing}' in the name of {entity}."))
            : new PropertyGuess.NotPersonal(property, "(say why it is not personal, or whose it is)", Mark.FillIn(Unknown(entity, suspicion, findings)));
    }

    private static PropertyGuess.NotPersonal Reference(EntityDescription entity, PropertyDescription property, ReferenceDescription reference, Findings findings)
    {
        var target = findings.Store[reference.Target];
        var people = findings.People.GetValueOrDefault(target.Name);
        return people is { OwnWhatRefersToThem: true } && !findings.Store.CanBeFollowed(entity, reference)
            ? new PropertyGuess.NotPersonal(property, "(say why it is not personal, or whose it is)", Mark.FillIn($"rows of {entity} refer to {people.One} by something else than the key; give {entity} a navigation to {target} and call BelongsTo."))
            : Key(property, people?.One ?? EntityName.One(target));
    }

    private static PropertyGuess.NotPersonal Key(PropertyDescription property, string one) =>
        new(property, $"key of {one}", Mark.Guess($"only the key of {one}."));

    private static string Unknown(EntityDescription entity, Suspicion suspicion, Findings findings)
    {
        var back = entity.References.FirstOrDefault(reference =>
            !reference.IsForeignKey && findings.People.ContainsKey(reference.Target) && !findings.Store.CanBeFollowed(entity, reference));
        return back is not null
            ? $"{findings.Store[back.Target]} refers to it; give {entity} a navigation back, and call BelongsTo with that."
            : $"it {suspicion.Because}, and nothing says whose it is.";
    }
}
