namespace GdprKit.Mapping;

/// <summary>What the properties of an entity betray.</summary>
internal static class Suspicions
{
    /// <summary>The categories of which the entity surely holds something, foreign keys left aside.</summary>
    public static IReadOnlyList<string> CertainIn(IEnumerable<PropertyDescription> properties) =>
        [.. properties.Where(property => !property.IsForeignKey).Select(Suspicion.Of).OfType<Suspicion>().Select(found => found.Word?.Category ?? Topics.Other.Category)];

    /// <summary>Whether it holds the name of a person; a company has a name too, but no first name.</summary>
    public static bool HasNameOfPerson(IEnumerable<PropertyDescription> properties) => CertainIn(properties).Contains("name");

    /// <summary>The words behind what is certain, as a reader sees them: <c>'email' and 'firstname'</c>.</summary>
    public static string WordsIn(IEnumerable<PropertyDescription> properties)
    {
        var words = properties.Where(property => !property.IsForeignKey)
            .Select(property => (Certain: Suspicion.Of(property), Beside: Suspicion.BesidePersonalData(property)))
            .Where(each => (each.Certain ?? each.Beside) is not null)
            .OrderBy(each => each.Certain is null)
            .Select(each => (each.Certain ?? each.Beside)!)
            .Select(found => found.Word is { } word ? $"'{word.Text}'" : found.Because["is ".Length..])
            .Distinct().ToList();
        return words.Count <= 4 ? CSharpText.Enumerate(words) : $"{string.Join(", ", words.Take(4))} and more";
    }
}
