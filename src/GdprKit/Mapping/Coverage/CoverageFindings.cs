namespace GdprKit.Mapping;

/// <summary>Every finding, each with its id, its words and its remedy in one place.</summary>
internal static class CoverageFindings
{
    public static CoverageFinding UndeclaredProperty(
        string place, EntityDescription owner, PropertyDescription property, Suspicion suspicion, string? category, bool hasMap)
    {
        var stored = hasMap ? "" : StoredAs(owner);
        var code = category is null ? null : $"{stored}.Field(Key<DataCategory>.Parse(\"{category}\"), {Written(property)})";
        var entity = place[..place.IndexOf('.', StringComparison.Ordinal)];
        var where = hasMap ? $"the map of {entity}" : $"a map of {entity}";
        var otherwise = $"{stored}.NotPersonal(\"why not\", {Written(property)})";
        return new CoverageFinding(
            CoverageGap.UndeclaredProperty,
            MappingMessages.UndeclaredProperty,
            place,
            new CoverageCause.UndeclaredProperty(entity, property.Path, suspicion, hasMap, Written(property)),
            $"{place} {suspicion.Because}, and no map says what it is.",
            code,
            code is null ? $"Classify it with Field(…) in {where}, or add {otherwise}" : $"Add {code} to {where}, or {otherwise}");
    }

    public static CoverageFinding UndeclaredEntity(EntityDescription entity, string target, ReferenceDescription reference)
    {
        var code = reference.Navigation is { } navigation && !entity.IsWithoutClass
            ? $".BelongsTo(x => x.{navigation})"
            : $"{StoredAs(entity)}.BelongsTo<{target}>({string.Join(", ", reference.Properties.Select(property => $"\"{property}\""))})";
        return new CoverageFinding(
            CoverageGap.UndeclaredEntity,
            MappingMessages.UndeclaredEntity,
            entity.ToString(),
            new CoverageCause.UndeclaredEntity(entity.ToString(), target),
            $"{entity} refers to {target}, whose rows are about people, and has no map.",
            code,
            $"Add a map of {entity} with {code}, or one that says what in it is not personal.");
    }

    public static CoverageFinding CategoryWithoutPlace(Key<DataCategory> category) => new(
        CoverageGap.CategoryWithoutPlace,
        MappingMessages.CategoryWithoutPlace,
        category.ToString(),
        new CoverageCause.CategoryWithoutPlace(category),
        $"The category '{category}' is declared, and no map says where it is.",
        null,
        "Classify the properties that hold it, declare the manual store that does, or remove it from the register.");

    public static CoverageFinding EventWithoutPlace(Key<RetentionEvent> happened) => new(
        CoverageGap.EventWithoutPlace,
        MappingMessages.EventWithoutPlace,
        happened.ToString(),
        new CoverageCause.EventWithoutPlace(happened),
        $"A period runs from the event '{happened}', and no map says when it happened.",
        null,
        "Name its date with Event(…) in the map of the entity to which it happens.");

    /// <summary>A class without members of its own is that of many tables; a map of it says which one it means.</summary>
    private static string StoredAs(EntityDescription entity) => entity.IsWithoutClass ? $".StoredAs(\"{entity.Name}\")" : "";

    /// <summary>A lambda where the class has the member, its name where it has not or where a lambda would not be one line.</summary>
    private static string Written(PropertyDescription property) =>
        property.IsShadow || property.IsCollection ? $"\"{property.Path}\"" : $"x => x.{string.Join("!.", property.Path.Segments)}";
}
