namespace GdprKit.Mapping;

/// <summary>Declares the categories that proposed maps use.</summary>
internal sealed class CategoryDrafter(Findings findings, IReadOnlyList<MapDraft> maps, IReadOnlyCollection<(Key<SubjectKind> Kind, Key<DataCategory> Category)> held)
{
    public Marked<DataCategory> Draft(Key<DataCategory> category) =>
        category.ToString() == CategoryCatalog.NationalNumber ? NationalNumber(category)
        : (TemplateDeclarations.Category(category) ?? CategoryCatalog.Find(category.ToString())) is { } known ? new Marked<DataCategory>(known)
        : ByTopic(category);

    private Marked<DataCategory> NationalNumber(Key<DataCategory> category)
    {
        var isOfStaff = held.Where(each => each.Category == category)
            .All(each => findings.People.Values.First(people => people.Kind.Key == each.Kind).Role is PeopleRole.Employee);
        var law = new Citation(isOfStaff ? "art. 28 Wet op de loonbelasting 1964" : "(the law that prescribes it)", null, CountryCode.Parse("NL"));
        return new Marked<DataCategory>(
            CategoryCatalog.Find(CategoryCatalog.NationalNumber)! with { Law = law },
            isOfStaff
                ? Mark.Guess("an employer needs it for the wage tax.")
                : Mark.FillIn("the law that prescribes the use of this number; without one it may not be used (art. 46 UAVG)."));
    }

    private Marked<DataCategory> ByTopic(Key<DataCategory> category)
    {
        var topic = maps.Where(map => findings.IsPersonal(map.Entity))
            .Select(map => RowContext.For(map.Entity, findings).Topic)
            .First(each => each.Category == category.ToString());
        return new Marked<DataCategory>(
            new DataCategory { Key = category, Label = topic.Label, Sensitivity = DataSensitivity.Ordinary },
            topic == Topics.Other ? Mark.FillIn($"what these are: {PropertiesOf(category)}.")
            : topic.IsUnknown ? Mark.FillIn($"what this is called, in Dutch and in English; it holds {PropertiesOf(category)}.")
            : null);
    }

    private string PropertiesOf(Key<DataCategory> category) => string.Join(", ", maps.SelectMany(map => map.Calls.OfType<MapCall.Field>()
        .Where(field => field.Category == category)
        .SelectMany(field => field.Properties.Select(property => $"{map.Entity}.{property}"))));
}
