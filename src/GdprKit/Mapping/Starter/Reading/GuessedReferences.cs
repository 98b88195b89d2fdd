namespace GdprKit.Mapping;

/// <summary>Finds the properties that hold the key of a person by their name, where the store declares no reference: <c>CustomerId</c>.</summary>
internal static class GuessedReferences
{
    public static void AddTo(StoreReading store, IReadOnlyDictionary<string, FoundPeople> people)
    {
        var targets = store.RootsFirst
            .Where(entity => people.ContainsKey(entity.Name) && entity.Key.Count == 1 && store.ParentOf(entity) is null && StoreReading.CanBeMapped(entity))
            .ToList();
        foreach (var entity in store.RootsFirst)
        {
            foreach (var property in entity.Properties.Where(property => !property.IsForeignKey && !property.IsCollection && property.Path.Segments.Count == 1 && entity.Key != [property.Path]))
            {
                if (targets.Find(target => target.Name != entity.Name && NamesKeyOf(target, property)) is { } target)
                {
                    store.Add(entity, new ReferenceDescription(null, [property.Path], target.Name, target.Key, IsForeignKey: true));
                }
            }
        }
    }

    private static bool NamesKeyOf(EntityDescription target, PropertyDescription property)
    {
        var key = StoreReading.PropertyOf(target, target.Key[0]);
        var keyName = string.Concat(NameParts.WordsOf(target.Key[0].Segments[^1]));
        var words = NameParts.WordsOf(EntityName.Of(target));
        var name = string.Concat(NameParts.WordsOf(property.Path.Segments[0]));
        return (Nullable.GetUnderlyingType(property.Type) ?? property.Type) == key.Type
            && (name == string.Concat(words) + keyName || name == words[^1] + keyName || (name == keyName && keyName.Contains(words[^1], StringComparison.Ordinal)));
    }
}
